package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnoozeCheckTest {

  private static final AlertId ALERT = AlertId.of(new StockKey("Berlin", "shirt"));
  private static final Hint SHIRT = new Hint("shirt", Optional.of("Berlin"));
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void stockThatIsStillLowIsReportedAgainAndTheSnoozeEnds() {
    World world = snoozed();
    world.pass(HOUR.plusSeconds(1));

    assertThat(check(world)).isEqualTo(1);
    assertThat(check(world)).isZero();

    assertThat(world.reported()).containsExactly("Berlin shirt low");
    assertThat(world.notifications.get(0).text()).contains("Detected after the end of a snooze. ");
    assertThat(world.record("Berlin", "shirt").snoozedUntil()).isEmpty();
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void stockThatRunsOutDuringASnoozeOfLowStockIsReported() {
    World world = snoozed();
    world.level("Berlin", "shirt", 0);

    world.check("batch", SHIRT);
    assertThat(check(world)).isZero();

    assertThat(world.reported()).containsExactly("Berlin shirt OUT OF STOCK");
    assertThat(world.record("Berlin", "shirt").snooze()).isEmpty();
  }

  @Test
  void aRecoveryEndsTheSnoozeAndTheNextShortageIsReported() {
    World world = snoozed();
    world.level("Berlin", "shirt", 100);
    world.check("delivery", SHIRT);
    world.level("Berlin", "shirt", 9);
    world.check("sale", SHIRT);

    assertThat(world.reported()).containsExactly("Berlin shirt low");
    world.pass(HOUR.plusSeconds(1));
    assertThat(check(world)).isEqualTo(1);
    assertThat(world.reported()).containsExactly("Berlin shirt low");
    assertThat(world.store.endedSnoozes(world.now())).isEmpty();
  }

  @Test
  void aSnoozeOfAnotherScopeEndsSilentlyAndChangesNoOtherAlert() {
    World world = new World();
    world.level("Berlin", "shirt", 9);
    AlertId total = AlertId.ofTotal("shirt");
    world.store.snooze(total, world.now().plus(HOUR));
    world.check("first", SHIRT);
    AlertRecord before = world.record("Berlin", "shirt");
    world.pass(HOUR.plusSeconds(1));

    assertThat(check(world)).isEqualTo(1);

    assertThat(world.record("Berlin", "shirt")).isEqualTo(before);
    assertThat(world.store.endedSnoozes(world.now())).isEmpty();
    assertThat(world.reported()).containsExactly("Berlin shirt low");
  }

  @Test
  void stockThatRecoveredMeanwhileIsNotReported() {
    World world = snoozed();
    world.level("Berlin", "shirt", 10);
    world.check("batch", SHIRT);
    world.pass(HOUR.plusSeconds(1));

    assertThat(check(world)).isEqualTo(1);

    assertThat(world.notifications).isEmpty();
    assertThat(world.record("Berlin", "shirt").snoozedUntil()).isEmpty();
  }

  @Test
  void snoozesThatEndTogetherGiveOneNotification() {
    World world = snoozed();
    world.level("Bremen", "shirt", 0);
    world.check("batch", new Hint("shirt", Optional.empty()));
    world.notifications.clear();
    world.store.snooze(AlertId.of(new StockKey("Bremen", "shirt")), world.now().plus(HOUR));
    world.pass(HOUR.plusSeconds(1));

    check(world);

    assertThat(world.notifications).hasSize(1);
    assertThat(world.reported()).containsExactly("Bremen shirt OUT OF STOCK", "Berlin shirt low");
  }

  @Test
  void stockReportedByAChangeAfterTheEndIsNotReportedAgain() {
    World world = snoozed();
    world.pass(HOUR.plusSeconds(1));
    world.level("Berlin", "shirt", 0);
    world.check("batch", SHIRT);
    assertThat(world.reported()).containsExactly("Berlin shirt OUT OF STOCK");

    assertThat(check(world)).isEqualTo(1);

    assertThat(world.notifications).hasSize(1);
    assertThat(world.store.endedSnoozes(world.now())).isEmpty();
  }

  @Test
  void aSnoozeWithoutALevelEndsSilently() {
    World world = new World();
    world.store.snooze(ALERT, world.now());
    world.pass(HOUR);

    check(world);

    assertThat(world.notifications).isEmpty();
    assertThat(world.store.endedSnoozes(world.now())).isEmpty();
  }

  @Test
  void twoConcurrentChecksNotifyOnce() {
    atEachMoment(
        world -> check(world),
        world -> assertThat(world.reported()).containsExactly("Berlin shirt low"));
  }

  @Test
  void aNewSnoozeInBetweenIsKept() {
    Instant later = Stock.NOW.plus(Duration.ofDays(1));
    atEachMoment(
        world -> world.store.snooze(ALERT, later),
        world -> {
          assertThat(world.reported().size()).isLessThan(2);
          assertThat(world.record("Berlin", "shirt").snoozedUntil()).contains(later);
          assertThat(world.store.endedSnoozes(later.plusMillis(1)))
              .containsExactly(new Alerts.Snooze(ALERT, later));
        });
  }

  @Test
  void aLevelThatChangesInBetweenIsCompared() {
    atEachMoment(
        world -> {
          world.level("Berlin", "shirt", 12);
          world.check("batch", SHIRT);
        },
        world -> {
          assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OK);
          assertThat(world.reported().size()).isLessThan(2);
        });
  }

  @Test
  void aProcessWithALateClockChangesNothing() {
    atEachMoment(
        world -> {
          world.pass(Duration.ofMinutes(-5));
          world.level("Berlin", "shirt", 12);
          world.check("batch", SHIRT);
          world.pass(Duration.ofMinutes(5));
        },
        world -> assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OK));
  }

  /** Ends snoozes, and then sends what is due. */
  private static int check(World world) {
    int ended = world.snoozeCheck().check();
    world.dispatch();
    return ended;
  }

  private static void atEachMoment(Consumer<World> other, Consumer<World> assertion) {
    int moment = 0;
    boolean happened = true;
    while (happened) {
      moment++;
      World world = snoozed();
      world.pass(HOUR.plusSeconds(1));
      happened = world.happensAt(moment, () -> other.accept(world), () -> check(world));
      if (!happened) {
        other.accept(world);
      }
      world.dispatch();
      assertThat(world.store.isAllSent()).as("moment %s", moment).isTrue();
      assertion.accept(world);
    }
    assertThat(moment).as("moments").isGreaterThan(8);
  }

  /** A shirt that is low, reported, and snoozed for an hour. */
  private static World snoozed() {
    World world = new World();
    world.level("Berlin", "shirt", 9);
    world.check("first", SHIRT);
    world.notifications.clear();
    world.store.snooze(ALERT, world.now().plus(HOUR));
    return world;
  }
}
