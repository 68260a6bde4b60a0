package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import inventory.stack.LaunchException;
import inventory.stack.ValidationWorker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NightlyValidationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant BEFORE = Instant.parse("2026-11-21T02:59:59Z");
  private static final Instant THREE = Instant.parse("2026-11-21T03:00:00Z");

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Process> runs = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private volatile Instant now = BEFORE;
  private volatile String script = "exec sleep 20";

  private final NightlyValidation validation =
      new NightlyValidation(LocalTime.of(3, 0), () -> now, this::start, said::add);

  @AfterEach
  void close() {
    executor.shutdownNow();
    runs.forEach(Process::destroy);
  }

  @Test
  void aRunStartsOnceADayAndItsResultIsAnnounced() throws Exception {
    script = "exit 1";
    validation.begin(executor);
    awaitCheck();

    now = THREE;
    await().atMost(PATIENCE).until(() -> said.size() == 2);
    now = THREE.plus(DAY).minusMillis(1);
    awaitCheck();
    script = "exit 0";
    now = THREE.plus(DAY);
    await().atMost(PATIENCE).until(() -> said.size() == 4);

    assertThat(said)
        .containsExactly(
            "the validation has started",
            "the validation is complete: there are findings",
            "the validation has started",
            "the validation is complete: all is well");
    assertThat(runs).hasSize(2);
  }

  @Test
  void aRunThatIsStillRunningIsNotStartedTwice() {
    validation.begin(executor);
    now = THREE;
    await().atMost(PATIENCE).until(() -> runs.size() == 1);
    now = THREE.plus(DAY);
    await().atMost(PATIENCE).until(() -> said.size() == 2);

    ValidationWorker.stop(runs.get(0));
    await().atMost(PATIENCE).until(() -> said.size() == 3);

    assertThat(said)
        .containsExactly(
            "the validation has started",
            "the validation is still running, so no second one starts",
            "the validation was stopped (exit code 143); its next start continues");
    assertThat(runs).hasSize(1).noneMatch(Process::isAlive);
  }

  @Test
  void aRunThatCannotStartIsAnnouncedAndTheNextOneStarts() {
    script = "";
    validation.begin(executor);
    now = THREE;
    await().atMost(PATIENCE).until(() -> said.size() == 1);
    script = "exit 2";
    now = THREE.plus(DAY);
    await().atMost(PATIENCE).until(() -> said.size() == 3);

    assertThat(said)
        .containsExactly(
            "the validation cannot be started: not built",
            "the validation has started",
            "the validation could not be done");
  }

  /** Returns when the clock was checked as it stands: one thread does so each half second. */
  private void awaitCheck() throws Exception {
    executor.schedule(() -> {}, 600, TimeUnit.MILLISECONDS).get();
  }

  @Test
  void theNextTimeIsTodayUntilThenAndTomorrowAfterwardsAlwaysInUtc() {
    assertThat(next("2026-11-21T00:00:00Z")).isEqualTo("2026-11-21T03:00:00Z");
    assertThat(next("2026-11-21T02:59:59.999Z")).isEqualTo("2026-11-21T03:00:00Z");
    assertThat(next("2026-11-21T03:00:00Z")).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(next("2026-12-31T23:59:59Z")).isEqualTo("2027-01-01T03:00:00Z");
    assertThat(next("2028-02-28T04:00:00Z")).isEqualTo("2028-02-29T03:00:00Z");
    // In Berlin, 2026-10-25 has 25 hours.
    assertThat(next("2026-10-24T03:00:00Z")).isEqualTo("2026-10-25T03:00:00Z");
  }

  private static Instant next(String moment) {
    return NightlyValidation.next(LocalTime.of(3, 0), Instant.parse(moment));
  }

  @Test
  void aSettingIsATimeOrOff() {
    assertThat(UpCommand.validationTime("03:00")).contains(LocalTime.of(3, 0));
    assertThat(UpCommand.validationTime("off")).isEmpty();
    assertThatThrownBy(() -> UpCommand.validationTime("25:00"))
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "--validation-at is \"25:00\": set it to a time of the day in UTC, as 03:00, or to off");
  }

  private Process start() throws IOException {
    if (script.isEmpty()) {
      throw new LaunchException("not built");
    }
    Process run = new ProcessBuilder("/bin/sh", "-c", script).start();
    runs.add(run);
    return run;
  }
}
