package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Audience;
import inventory.alert.notification.RunReport;
import inventory.alert.notification.Runs;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.RunEvent;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import inventory.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of run records: each ending is put into the outbox once. */
public abstract class RunReportsContract {

  private static final Instant NOW = Instant.parse("2026-11-21T03:42:00Z");

  // Unique for each test: the tests share a store.
  private final String run = "20261121T030000Z-" + UUID.randomUUID();

  /** Puts a record as validation-worker does. */
  protected abstract void put(RunReport run);

  /** The records. */
  protected abstract RunReports reports();

  /** The outbox of the records. */
  protected abstract Outbox outbox();

  @Test
  void aRunIsReportedAsItsRecordSays() {
    put(Runs.withFindings(run));

    assertThat(reports().find(run)).isEqualTo(Runs.withFindings(run));
  }

  @Test
  void aRunThatFailedIsReportedAsItsRecordSays() {
    put(Runs.failed(run, 2));

    assertThat(reports().find(run)).isEqualTo(Runs.failed(run, 2));
    assertThat(reports().find(run).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void aRunWithoutARecordIsAnError() {
    assertThatThrownBy(() -> reports().find(run))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no record of run " + run);
  }

  @Test
  void anEndingIsReportedOnceEvenAfterItsNotificationWasSent() {
    put(Runs.failed(run, 1));

    notifyOnce(1);
    notifyOnce(1);

    List<Entry> waiting = waiting(1);
    assertThat(waiting).extracting(Entry::event).containsExactly(new RunEvent(run));

    outbox().complete(Audience.OPERATIONS, waiting);
    notifyOnce(1);
    assertThat(waiting(1)).isEmpty();
  }

  @Test
  void aLaterEndingIsReportedToo() {
    put(Runs.failed(run, 1));
    notifyOnce(1);
    put(Runs.failed(run, 9));
    notifyOnce(9);
    put(Runs.failed(run, 10));
    notifyOnce(10);

    assertThat(waiting(1)).hasSize(1);
    assertThat(waiting(9)).hasSize(1);
    assertThat(waiting(10)).hasSize(1);
  }

  @Test
  void anEarlierEndingIsNotReportedAfterALaterOne() {
    put(Runs.failed(run, 2));

    notifyOnce(2);
    notifyOnce(1);

    assertThat(waiting(2)).hasSize(1);
    assertThat(waiting(1)).isEmpty();
  }

  private void notifyOnce(int ending) {
    reports()
        .notifyOnce(
            run,
            ending,
            List.of(new Delivery(Audience.OPERATIONS, NOW)),
            new Trigger(batch(ending), "validation run", NOW));
  }

  private List<Entry> waiting(int ending) {
    return outbox().due(Audience.OPERATIONS, NOW).stream()
        .filter(entry -> entry.batch().equals(batch(ending)))
        .toList();
  }

  private String batch(int ending) {
    return "RUN#" + run + "#" + ending;
  }
}
