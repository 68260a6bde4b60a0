package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.stack.ManagedProcess;
import inventory.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A crash of ingest-service at any point neither loses nor repeats anything (requirement I5). */
@Tag("full")
class CrashIT {

  private static final long SEED = 5_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final int MAX_DELAY_MILLIS = 50;

  /** A sixth of the real timeout, so that the last messages of killed processes reappear sooner. */
  private static final Duration VISIBILITY = Duration.ofSeconds(5);

  private static Deployment system;
  private static Inbox inbox;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "crash", List.of(Service.INGEST, Service.INGEST, Service.REPORTING), Map.of());
    inbox = new Inbox(system.resources());
    inbox.hideReceivedFor(VISIBILITY);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void killedAtRandomMomentsItAppliesEveryFileOnce() throws Exception {
    ManagedProcess service = system.ingest().get(0);
    system.ingest().get(1).kill();
    service.awaitReady();
    Workload load = new Workload(SEED, "Killed");
    announce(load);

    for (int kill = 0; kill < Scale.KILLS; kill++) {
      awaitRandomMoment(service, load, kill, Scale.KILLS);
      service.kill();
      assertThat(inbox.waiting()).as("work that the killed process left").isPositive();
      service.start();
    }

    assertAllIsWell(load);
    system.ingest().get(1).start();
  }

  @Test
  void twoProcessesOfWhichOneIsKilledApplyEveryFileOnce() throws Exception {
    for (ManagedProcess service : system.ingest()) {
      service.awaitReady();
    }
    Workload load = new Workload(SEED + 1, "Two");
    announce(load);

    awaitRandomMoment(system.ingest().get(0), load, 0, 2);
    system.ingest().get(0).kill();
    assertThat(inbox.waiting()).as("work that the killed process left").isPositive();
    system.ingest().get(0).start();

    assertAllIsWell(load);
  }

  private void announce(Workload load) {
    inbox.announce(Shuffle.withRepeats(inbox.upload(load.deliveries()), random));
  }

  /** A moment in the part of the load for this kill; no kill happens in the last tenth. */
  private void awaitRandomMoment(ManagedProcess service, Workload load, int kill, int kills)
      throws Exception {
    double part = (kill + random.nextDouble()) / kills;
    long files = Math.round(0.9 * part * load.deliveries().size());
    await("%d finished files".formatted(files))
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(
            () -> {
              service.requireRunning();
              return finished(load) >= files;
            });
    CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(
                random.nextInt(MAX_DELAY_MILLIS), TimeUnit.MILLISECONDS))
        .get();
  }

  private static long finished(Workload load) throws InterruptedException {
    return Verdict.files(system.reports(), load).stream()
        .filter(file -> file.status().finished())
        .count();
  }

  private static void assertAllIsWell(Workload load) throws InterruptedException {
    inbox.awaitEmpty();
    Verdict.assertLevels(system.reports(), load.facts());
    Verdict.assertFinished(system.reports(), load);
    assertThat(inbox.deadLetters()).isZero();
  }
}
