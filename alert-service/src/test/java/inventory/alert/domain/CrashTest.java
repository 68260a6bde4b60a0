package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.FileReport;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The process dies at each moment in turn; then its message is redelivered and another process
 * sends: no notification is lost, and at most one is repeated (requirement A4).
 */
class CrashTest {

  private static final Duration VISIBILITY = Duration.ofSeconds(1);
  private static final Duration AFTER_CLAIM = OutboxDispatcher.CLAIM_DURATION.plusSeconds(1);

  private static final Hint[] HINTS = {
    new Hint("shirt", Optional.empty()), new Hint("mug", Optional.of("Berlin"))
  };

  @Test
  void aMessageRedeliveredDuringADeadProcessesClaimIsReportedAfterIt() {
    int moments =
        dieAtEachMoment(
            CrashTest::shelf,
            world -> world.check("batch", HINTS),
            world -> {
              world.pass(VISIBILITY);
              world.check("batch", HINTS);
              world.pass(AFTER_CLAIM);
              world.tick();
            },
            CrashTest::assertShelfIsTold);
    assertThat(moments).as("moments at which the process can die").isGreaterThan(18);
  }

  @Test
  void aDispatcherThatDiesLeavesItsEntriesToTheNext() {
    dieAtEachMoment(
        () -> {
          World world = shelf();
          world.judge("batch", HINTS);
          return world;
        },
        World::dispatch,
        world -> {
          world.pass(AFTER_CLAIM);
          world.dispatch();
        },
        CrashTest::assertShelfIsTold);
  }

  @Test
  void theEndOfASnoozeIsReportedWheneverAProcessDies() {
    int moments =
        dieAtEachMoment(
            CrashTest::snoozedShelf,
            World::tick,
            world -> {
              world.tick();
              world.pass(AFTER_CLAIM);
              world.tick();
            },
            CrashTest::assertSnoozedIsToldAgain);
    assertThat(moments).as("moments at which the process can die").isGreaterThan(12);
  }

  @Test
  void aFileIsReportedWheneverAProcessDies() {
    dieAtEachMoment(
        CrashTest::finishedFile,
        world -> {
          world.fileCheck(FilePolicy.PROBLEMS).check("f");
          world.dispatch();
        },
        world -> {
          world.pass(VISIBILITY);
          world.fileCheck(FilePolicy.PROBLEMS).check("f");
          world.pass(AFTER_CLAIM);
          world.tick();
        },
        world -> {
          assertThat(world.store.isAllSent()).isTrue();
          assertThat(world.notifications).hasSizeBetween(1, 2);
          assertThat(world.notifications)
              .extracting(Notification::subject)
              .containsOnly("File HELD: a.csv");
        });
  }

  /** Returns at how many moments the work can die. */
  private static int dieAtEachMoment(
      Supplier<World> start,
      Consumer<World> work,
      Consumer<World> recovery,
      Consumer<World> assertion) {
    int moment = 0;
    boolean died = true;
    int repeats = 0;
    while (died) {
      moment++;
      World world = start.get();
      died = world.diesAt(moment, () -> work.accept(world));
      recovery.accept(world);
      assertion.accept(world);
      repeats +=
          world.notifications.size()
              - (int) world.notifications.stream().map(CrashTest::content).distinct().count();
    }
    assertThat(repeats).as("only between sending and marking").isBetween(1, 2);
    return moment - 1;
  }

  private static String content(Notification notification) {
    return notification.subject() + World.rows(notification).toList();
  }

  private static World shelf() {
    World world = new World();
    world.level("Berlin", "shirt", 9);
    world.level("Bremen", "shirt", 0);
    world.level("Berlin", "mug", 3);
    return world;
  }

  private static void assertShelfIsTold(World world) {
    assertThat(world.store.isAllSent()).isTrue();
    assertThat(world.record("Bremen", "shirt").state()).isEqualTo(StockState.OUT);
    assertThat(world.record("Berlin", "mug").state()).isEqualTo(StockState.LOW);
    assertThat(world.notifications).hasSizeBetween(1, 2);
    for (Notification notification : world.notifications) {
      assertThat(World.rows(notification))
          .containsExactly("Bremen shirt OUT OF STOCK", "Berlin mug low", "Berlin shirt low");
    }
  }

  private static World snoozedShelf() {
    World world = shelf();
    world.check("batch", HINTS);
    world.notifications.clear();
    world.store.snooze(AlertId.of(new StockKey("Berlin", "mug")), world.now());
    world.store.snooze(AlertId.of(new StockKey("Bremen", "shirt")), world.now());
    world.pass(VISIBILITY);
    return world;
  }

  private static void assertSnoozedIsToldAgain(World world) {
    assertThat(world.store.isAllSent()).isTrue();
    assertThat(world.store.endedSnoozes(world.now())).isEmpty();
    // Each snooze that a check ended before it died is reported in that check's batch.
    assertThat(world.reported()).contains("Berlin mug low", "Bremen shirt OUT OF STOCK");
    assertThat(world.notifications).hasSizeBetween(1, 2);
  }

  private static World finishedFile() {
    World world = new World();
    world.files.put(
        "f",
        new FileReport(
            "f",
            "a.csv",
            1,
            world.now(),
            FileKind.TRANSACTIONS,
            FileStatus.HELD,
            0,
            0,
            "other content",
            List.of(),
            Optional.empty()));
    return world;
  }
}
