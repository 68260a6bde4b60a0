package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.notification.Runs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunCheckTest {

  private static final String FAILED = "Validation 2026-11-21 could not be completed";
  private static final String FOUND = "Validation 2026-11-21: 3 findings in 50 files, 1 new";

  private final World world = new World();

  @Test
  void anEndingIsReportedOnceDespiteRedeliveries() {
    world.runs.put(Runs.withFindings("r"));

    check("r", 1);
    check("r", 1);

    assertThat(world.notifications).extracting(Notification::subject).containsExactly(FOUND);
    assertThat(world.notifications.get(0).audience()).isEqualTo(Audience.OPERATIONS);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aRunThatFailsTwiceIsReportedTwice() {
    world.runs.put(Runs.failed("r", 1));
    check("r", 1);
    world.runs.put(Runs.failed("r", 2));
    check("r", 2);

    assertThat(world.notifications)
        .extracting(Notification::subject)
        .containsExactly(FAILED, FAILED);
  }

  @Test
  void aNotificationContainsTheRecordAtTheTimeOfSending() {
    world.runs.put(Runs.failed("r", 1));
    world.refusals = 1;
    check("r", 1);
    world.runs.put(Runs.withFindings("r"));

    world.pass(Duration.ofMinutes(1));
    world.dispatch();

    assertThat(world.notifications).extracting(Notification::subject).containsExactly(FOUND);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void anUnrecordedEndingIsAnErrorAndNotReported() {
    world.runs.put(Runs.failed("r", 1));

    assertThatThrownBy(() -> world.runCheck().check("r", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("run r has ended 1 times, not 2");
    assertThat(world.notifications).isEmpty();
  }

  @Test
  void aRunWithoutARecordIsAnError() {
    assertThatThrownBy(() -> world.runCheck().check("nobody", 1))
        .hasMessage("there is no record of run nobody");
  }

  @Test
  void twoConcurrentDeliveriesNotifyOnce() {
    int moment = 0;
    boolean happened = true;
    while (happened) {
      moment++;
      World shared = new World();
      shared.runs.put(Runs.failed("r", 1));
      Runnable check =
          () -> {
            shared.runCheck().check("r", 1);
            shared.dispatch();
          };
      happened = shared.happensAt(moment, check, check);

      assertThat(shared.notifications).as("moment %s", moment).hasSize(1);
      assertThat(shared.store.isAllSent()).isTrue();
    }
    assertThat(moment).isGreaterThan(8);
  }

  @Test
  void aFileIsReportedAtLeastOnceWheneverTheProcessDies() {
    int moment = 0;
    boolean died = true;
    while (died) {
      moment++;
      World mortal = new World();
      mortal.runs.put(Runs.failed("r", 1));
      Runnable check =
          () -> {
            mortal.runCheck().check("r", 1);
            mortal.dispatch();
          };
      died = mortal.diesAt(moment, check);
      mortal.pass(Duration.ofMinutes(1));
      check.run();

      assertThat(mortal.notifications).as("moment %s", moment).hasSizeBetween(1, 2);
      assertThat(mortal.store.isAllSent()).isTrue();
    }
    assertThat(moment).isGreaterThan(8);
  }

  private void check(String runId, int ending) {
    world.runCheck().check(runId, ending);
    world.dispatch();
  }
}
