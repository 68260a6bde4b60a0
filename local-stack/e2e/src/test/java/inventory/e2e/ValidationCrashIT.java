package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.RunState;
import inventory.model.resource.Queues;
import inventory.model.table.RunItem;
import inventory.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A validation completes wherever its process crashes, and never runs twice at a time (V4). */
@Tag("long")
class ValidationCrashIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int CHECKPOINT = 50;
  private static final int ROWS = 400;
  private static final int FILES = 5;

  // Short, so the next process does not wait long for the lease of a killed one.
  private static final Duration VISIBILITY = Duration.ofSeconds(2);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "INVENTORY_LEASE", "2s",
          "INVENTORY_CHECK_DURATION", "5ms",
          "INVENTORY_CHECKPOINT_TRANSACTIONS", String.valueOf(CHECKPOINT));

  private static final Random RANDOM = new Random(6_000);
  private static final Alarms ALARMS = new Alarms();

  private static Deployment system;
  private static Inbox inbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "validation-crash",
            List.of(Service.INGEST, Service.ALERT),
            Map.of(
                "INVENTORY_MAIL_OPERATIONS",
                ALARMS.purchasing(),
                "INVENTORY_FILE_NOTICES",
                "none"));
    inbox = new Inbox(system.resources());
    inbox.hideReceivedFor(Queues.VALIDATION, VISIBILITY);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static void drop(String warehouse, int files, int rows) {
    Instant time = Instant.now().minus(Duration.ofHours(1));
    for (int i = 0; i < files; i++) {
      int file = i;
      List<Fact> facts =
          IntStream.range(0, rows)
              .mapToObj(
                  row ->
                      Fact.change(
                          warehouse, "it-" + row % 7, time.plusMillis(file * rows + row), 1))
              .toList();
      inbox.drop(
          InventoryFile.changes("crash/%s-%d.csv".formatted(warehouse, i), Dialect.PLAIN, facts));
    }
    inbox.awaitEmpty();
  }

  @Test
  void killedAtRandomMomentsItChecksEveryTransactionAndNotifiesOnce() throws Exception {
    drop("Killed", FILES, ROWS);
    inbox.awaitEmpty(Queues.RUNS);
    int runsBefore = Findings.runs(system.resources()).size();
    int lettersBefore = ALARMS.letters().size();
    List<RunningWorker> workers = new ArrayList<>();
    for (int kill = 0; kill < Scale.KILLS; kill++) {
      RunningWorker worker = new RunningWorker(system, "killed-" + kill, SETTINGS);
      workers.add(worker);
      int after = 1 + RANDOM.nextInt(2 * FILES * ROWS / Scale.KILLS / 2);
      await("a transaction that it checks")
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .until(() -> worker.journal().size() >= after || !worker.isRunning());
      assertThat(worker.isRunning()).as("it is killed while it works").isTrue();
      worker.kill();
      awaitLeaseEnds();
    }
    RunningWorker last = new RunningWorker(system, "killed-last", SETTINGS);
    workers.add(last);

    assertThat(last.exitCode()).as(last::toString).isZero();
    assertEachCheckedOnceOrInOneIntervalMore(workers);
    assertThat(Findings.runs(system.resources())).hasSize(runsBefore + 1);
    RunItem run = Findings.latestRun(system.resources());
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.progress().transactions()).isEqualTo(FILES * ROWS);
    assertThat(run.progress().files()).isEqualTo(FILES);
    inbox.awaitEmpty(Queues.RUNS);
    assertThat(ALARMS.letters()).hasSize(lettersBefore + 1);
  }

  private static void awaitLeaseEnds() {
    Instant dead = Instant.now();
    await("the end of the dead one's lease")
        .pollInterval(POLL)
        .until(() -> Instant.now().isAfter(dead.plus(Duration.ofSeconds(2))));
  }

  private static void assertEachCheckedOnceOrInOneIntervalMore(List<RunningWorker> workers)
      throws IOException {
    Map<String, Integer> times = new HashMap<>();
    for (RunningWorker worker : workers) {
      worker.journal().forEach(entry -> times.merge(entry, 1, Integer::sum));
    }
    assertThat(times).hasSize(FILES * ROWS);
    int repeated = times.values().stream().mapToInt(Integer::intValue).sum() - times.size();
    assertThat(repeated).isLessThanOrEqualTo(CHECKPOINT * (workers.size() - 1));
  }

  @Test
  void ofTwoOneWorksAndWhenItIsKilledTheOtherCan() throws Exception {
    drop("Two", 1, ROWS);
    RunningWorker one = new RunningWorker(system, "one", SETTINGS);
    RunningWorker two = new RunningWorker(system, "two", SETTINGS);
    await("one of them leaves")
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> !one.isRunning() || !two.isRunning());
    RunningWorker holder = one.isRunning() ? one : two;
    RunningWorker other = one.isRunning() ? two : one;

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.output()).contains("another validation is in progress: process ");
    assertThat(other.journal()).isEmpty();
    await("the holder at work").until(() -> !holder.journal().isEmpty());
    holder.kill();
    awaitLeaseEnds();
    RunningWorker next = new RunningWorker(system, "next", SETTINGS);
    assertThat(next.exitCode()).as(next::toString).isZero();
    assertThat(next.output()).contains("Resuming run");
  }

  @Test
  void stoppedItReleasesEverythingAndTheNextOneContinuesAtOnce() throws Exception {
    drop("Ended", 1, ROWS);
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("INVENTORY_LEASE", "10m");
    RunningWorker worker = new RunningWorker(system, "ended", settings);
    await("the worker at work").until(() -> !worker.journal().isEmpty());

    worker.end();
    RunningWorker next = new RunningWorker(system, "after-ended", settings);

    assertThat(next.exitCode()).as(next::toString).isZero();
    assertThat(worker.journal()).doesNotContainAnyElementsOf(next.journal());
    assertThat(worker.journal().size() + next.journal().size()).isEqualTo(ROWS);
  }

  @Test
  void aLongCheckKeepsItsFileFromBeingDeliveredTwice() throws Exception {
    drop("Long", 1, Scale.LONG_CHECK_ROWS);
    RunningWorker worker =
        new RunningWorker(system, "long", Map.of("INVENTORY_CHECK_DURATION", "50ms"));

    assertThat(worker.exitCode()).as(worker::toString).isZero();
    assertThat(worker.output()).containsOnlyOnce("Checking crash/Long-0.csv");
    assertThat(worker.journal()).hasSize(Scale.LONG_CHECK_ROWS).doesNotHaveDuplicates();
  }
}
