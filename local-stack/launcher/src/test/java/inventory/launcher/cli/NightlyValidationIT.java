package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.stack.LaunchException;
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
      new NightlyValidation(
          new DailyTime(LocalTime.of(3, 0)), () -> now, executor, this::start, said::add);

  @AfterEach
  void close() {
    validation.close();
    assertThat(runs).noneMatch(Process::isAlive);
  }

  @Test
  void onceADayARunIsStartedAndItsEndIsToldInWords() throws Exception {
    script = "exit 1";
    validation.begin();
    letItLook();

    now = THREE;
    await().atMost(PATIENCE).until(() -> said.size() == 2);
    now = THREE.plus(DAY).minusMillis(1);
    letItLook();
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
  void aRunStillUnderWayIsNotStartedTwiceAndEndsWithTheRest() {
    validation.begin();
    now = THREE;
    await().atMost(PATIENCE).until(() -> runs.size() == 1);
    now = THREE.plus(DAY);
    await().atMost(PATIENCE).until(() -> said.size() == 2);

    validation.close();

    assertThat(said)
        .containsExactly(
            "the validation has started",
            "the validation is still under way, so that no second one is started",
            "the validation was broken off (exit code 143); the next start goes on where it was");
    assertThat(runs).hasSize(1).noneMatch(Process::isAlive);
  }

  @Test
  void aRunThatCannotBeStartedIsToldAndTheNextOneIsTried() {
    script = "";
    validation.begin();
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

  /** Returns when the clock has been looked at as it stands: in one thread, each half second. */
  private void letItLook() throws Exception {
    executor.schedule(() -> {}, 600, TimeUnit.MILLISECONDS).get();
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
