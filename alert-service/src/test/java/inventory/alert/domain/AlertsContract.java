package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static inventory.model.StockState.LOW;
import static inventory.model.StockState.OK;
import static inventory.model.StockState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.domain.Alerts.Snooze;
import inventory.alert.notification.Audience;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of a store of alerts: transitions and their events are written together or not at
 * all.
 */
public abstract class AlertsContract {

  // Unique for each test: the tests share a store.
  private final String item = UUID.randomUUID().toString();
  private final AlertId alert = AlertId.of(new StockKey("Berlin", item));
  private final AlertId total = AlertId.ofTotal(item);
  private final Trigger trigger = new Trigger("batch " + item, "a.csv", NOW);
  private final AlertPolicy policy =
      new AlertPolicy(new Teams(true, FilePolicy.ALL), Duration.ZERO);

  /** The alerts. */
  protected abstract Alerts alerts();

  /** The outbox of the alerts. */
  protected abstract Outbox outbox();

  /** Snoozes a stored alert, as reporting-api does. */
  protected abstract void snooze(AlertId alert, Instant until);

  @Test
  void stockThatWasNeverLowHasNoRecord() {
    assertThat(alerts().read(List.of(alert, total, alert)))
        .isEqualTo(Map.of(alert, AlertRecord.NONE, total, AlertRecord.NONE));
    assertThat(alerts().read(List.of())).isEmpty();
  }

  @Test
  void aTransitionIsStoredWithItsOutboxEntry() {
    Transition low = due(alert, 9);

    assertThat(write(low)).isTrue();

    assertThat(read(alert)).isEqualTo(low.after());
    assertThat(waiting()).extracting(Outbox.Entry::event).containsExactly(low.event());
  }

  @Test
  void anAlertOnAnItemsTotalIsSeparate() {
    Transition out = due(total, 0);

    write(out);

    assertThat(read(total).state()).isEqualTo(OUT);
    assertThat(read(alert)).isEqualTo(AlertRecord.NONE);
    assertThat(waiting().get(0).event()).isEqualTo(out.event());
  }

  @Test
  void aTransitionWithoutANotificationWritesNoEntry() {
    write(due(alert, 0));
    outbox().complete(Audience.PURCHASING, waiting());

    Transition better = due(alert, 3);

    assertThat(better.notifies()).isFalse();
    assertThat(write(better)).isTrue();
    assertThat(read(alert).state()).isEqualTo(LOW);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void allAttributesAreReadAsTheyWereWritten() {
    AlertRecord full =
        new AlertRecord(
            OUT,
            LOW,
            Optional.of(NOW.plusNanos(1)),
            Optional.of(new AlertRecord.Notice(LOW, NOW.plusMillis(1))),
            Optional.of(new AlertRecord.Decision(NOW.plusMillis(2), "ada", "ordered 20")),
            Optional.of(
                new AlertRecord.Snooze(
                    NOW.plusSeconds(3), new AlertRecord.Decision(NOW.plusMillis(3), "", ""))),
            0,
            1);

    write(new Transition(Stock.of(alert, 0), AlertRecord.NONE, full));

    assertThat(read(alert)).isEqualTo(full);
  }

  @Test
  void aRecordThatAnotherProcessWroteFirstIsNotWritten() {
    Transition first = due(alert, 9);
    Transition second = due(alert, 0);
    assertThat(write(first)).isTrue();

    assertThat(write(second)).isFalse();

    assertThat(read(alert)).isEqualTo(first.after());
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void anOutdatedRevisionIsNotWritten() {
    write(due(alert, 9));
    Transition stale = due(alert, 0);
    write(due(alert, 11));

    assertThat(write(stale)).isFalse();

    assertThat(read(alert).state()).isEqualTo(OK);
    assertThat(read(alert).revision()).isEqualTo(2);
  }

  @Test
  void ifOneTransitionCollidesNoneIsWritten() {
    List<AlertId> many = many(Alerts.MAX_WRITES / 2);
    write(due(many.get(17), 9));
    List<Transition> transitions = many.stream().map(one -> due(one, AlertRecord.NONE, 0)).toList();

    assertThat(alerts().write(transitions, trigger)).isFalse();

    assertThat(alerts().read(many).values()).filteredOn(record -> record.state() != OK).hasSize(1);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void theLargestWriteIsWrittenAtOnce() {
    List<AlertId> many = many(Alerts.MAX_WRITES / 2);
    List<Transition> transitions = many.stream().map(one -> due(one, AlertRecord.NONE, 0)).toList();

    assertThat(alerts().write(transitions, trigger)).isTrue();

    assertThat(alerts().read(many).values()).extracting(AlertRecord::state).containsOnly(OUT);
    assertThat(waiting()).hasSize(Alerts.MAX_WRITES / 2);
  }

  @Test
  void aSnoozeIsEndedOnceItsTimeHasCome() {
    write(due(alert, 9));
    snooze(alert, NOW);

    assertThat(alerts().endedSnoozes(NOW)).doesNotContain(new Snooze(alert, NOW));
    assertThat(alerts().endedSnoozes(NOW.plusMillis(1))).contains(new Snooze(alert, NOW));
    assertThat(read(alert).snoozedUntil()).contains(NOW);
  }

  @Test
  void theOldestSnoozeComesFirst() {
    List<AlertId> many = many(3);
    many.forEach(one -> write(due(one, 9)));
    snooze(many.get(0), NOW.minusSeconds(1));
    snooze(many.get(1), NOW.minusSeconds(30));
    snooze(many.get(2), NOW.minusSeconds(2));

    assertThat(alerts().endedSnoozes(NOW))
        .extracting(Snooze::alert)
        .filteredOn(many::contains)
        .containsExactly(many.get(1), many.get(2), many.get(0));
  }

  @Test
  void theEndOfASnoozeIsStoredTogetherWithItsEvent() {
    write(due(total, 9));
    snooze(total, NOW);
    Snooze snooze = new Snooze(total, NOW);
    Transition awakened = policy.endSnooze(Stock.of(total, 9), read(total), NOW);

    assertThat(alerts().endSnooze(snooze, Optional.of(awakened), trigger)).isTrue();

    assertThat(read(total)).isEqualTo(awakened.after());
    assertThat(waiting()).hasSize(2);
    assertThat(alerts().endedSnoozes(NOW.plusSeconds(1))).doesNotContain(snooze);
    assertThat(alerts().endSnooze(snooze, Optional.empty(), trigger)).isFalse();
  }

  @Test
  void aReplacedSnoozeIsNotEndedByItsOldEnd() {
    write(due(alert, 9));
    snooze(alert, NOW);
    Transition awakened = policy.endSnooze(Stock.of(alert, 9), read(alert), NOW);
    snooze(alert, NOW.plusSeconds(60));
    AlertRecord before = read(alert);
    Snooze old = new Snooze(alert, NOW);

    assertThat(alerts().endSnooze(old, Optional.of(awakened), trigger)).isFalse();
    assertThat(alerts().endSnooze(old, Optional.empty(), trigger)).isFalse();

    assertThat(read(alert)).isEqualTo(before);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void aSnoozeStaysIfTheRecordHasChangedMeanwhile() {
    write(due(alert, 9));
    snooze(alert, NOW);
    Transition stale = policy.endSnooze(Stock.of(alert, 9), read(alert), NOW);
    write(due(alert, 0));

    assertThat(alerts().endSnooze(new Snooze(alert, NOW), Optional.of(stale), trigger)).isFalse();

    assertThat(alerts().endedSnoozes(NOW.plusSeconds(1))).contains(new Snooze(alert, NOW));
    assertThat(read(alert).state()).isEqualTo(OUT);
  }

  /** The entries of this test. */
  private List<Outbox.Entry> waiting() {
    return outbox().due(Audience.PURCHASING, NOW).stream()
        .filter(entry -> entry.batch().equals(trigger.batch()))
        .toList();
  }

  private List<AlertId> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> AlertId.of(new StockKey("W" + i % 3, item + " " + i)))
        .toList();
  }

  private Transition due(AlertId about, long level) {
    return due(about, read(about), level);
  }

  private Transition due(AlertId about, AlertRecord before, long level) {
    return policy.decide(Stock.of(about, level), before, NOW.minusSeconds(3_600)).orElseThrow();
  }

  private boolean write(Transition transition) {
    return alerts().write(List.of(transition), trigger);
  }

  private AlertRecord read(AlertId about) {
    return alerts().read(List.of(about)).get(about);
  }
}
