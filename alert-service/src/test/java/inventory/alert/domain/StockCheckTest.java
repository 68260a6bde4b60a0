package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Notification;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Backoff;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockCheckTest {

  private static final Hint SHIRT = new Hint("shirt", Optional.of("Berlin"));

  private final World world = new World();

  @Test
  void stockBelowItsThresholdIsReportedOnceForAnyNumberOfHints() {
    world.level("Berlin", "shirt", 9);

    assertThat(world.check("batch", SHIRT, SHIRT)).isEqualTo(1);
    assertThat(world.check("batch", SHIRT)).isZero();
    assertThat(world.check("another", SHIRT)).isZero();

    assertThat(world.reported()).containsExactly("Berlin shirt low");
    assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.LOW);
  }

  @Test
  void aWalkIsReportedAtNineZeroAndTheLastNine() {
    for (long level : new long[] {12, 9, 8, 0, -1, 3, 11, 9}) {
      world.level("Berlin", "shirt", level);
      world.check("batch " + level, SHIRT);
    }

    assertThat(world.reported())
        .containsExactly("Berlin shirt low", "Berlin shirt OUT OF STOCK", "Berlin shirt low");
  }

  @Test
  void stockThatRunsOutIsReportedIfPurchasingReadOnlyThatItIsLow() {
    world.level("Berlin", "shirt", 0);
    world.judge("out", SHIRT);
    world.level("Berlin", "shirt", 5);
    world.check("low", SHIRT);
    world.level("Berlin", "shirt", 0);
    world.check("out again", SHIRT);

    assertThat(world.reported()).containsExactly("Berlin shirt low", "Berlin shirt OUT OF STOCK");
  }

  @Test
  void aRecoveryIsReportedOnRequest() {
    World recovering = new World(true);
    for (long level : new long[] {12, 0, 11}) {
      recovering.level("Berlin", "shirt", level);
      recovering.check("batch " + level, SHIRT);
    }

    assertThat(recovering.reported())
        .containsExactly("Berlin shirt OUT OF STOCK", "Berlin shirt recovered");
  }

  @Test
  void oneBatchGivesOneNotification() {
    IntStream.range(0, 170).forEach(i -> world.level("W" + i % 3, "item" + i, i % 20));
    Hint[] hints =
        IntStream.range(0, 170)
            .mapToObj(i -> new Hint("item" + i, Optional.of("W" + i % 3)))
            .toArray(Hint[]::new);

    int changed = world.check("batch", hints);

    assertThat(world.notifications).hasSize(1);
    assertThat(world.reported()).hasSize(changed).doesNotHaveDuplicates();
    assertThat(changed).isEqualTo(90);
    assertThat(world.notifications.get(0).subject())
        .isEqualTo("Low stock: 90 items in W0, W1, W2 (9 out of stock)");
  }

  @Test
  void aHintForAllWarehousesChecksEachAndMayTakeSeveralWrites() {
    IntStream.range(0, 120).forEach(i -> world.level("W" + i, "shirt", 1));

    assertThat(world.check("batch", new Hint("shirt", Optional.empty()))).isEqualTo(120);

    assertThat(world.notifications).hasSize(1);
    assertThat(world.reported()).hasSize(120);
  }

  @Test
  void aHintAboutAnUnknownItemDoesNothing() {
    assertThat(world.check("batch", SHIRT)).isZero();
    assertThat(world.check("batch")).isZero();

    assertThat(world.notifications).isEmpty();
  }

  @Test
  void aLevelThatARebuildDeletedClosesItsAlert() {
    world.level("Berlin", "shirt", 3);
    world.check("batch", SHIRT);
    world.delete("Berlin", "shirt");

    assertThat(world.check("rebuild", SHIRT)).isEqualTo(1);

    assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OK);
    assertThat(world.reported()).containsExactly("Berlin shirt low");
  }

  @Test
  void aFileThatIsCheckedForLongIsOneNotification() {
    IntStream.range(0, 200).forEach(i -> world.level("Berlin", "item" + i, i % 100 == 0 ? 1 : 50));
    Stream<Hint> hints =
        IntStream.range(0, 200)
            .mapToObj(
                i -> {
                  world.pass(Duration.ofMillis(900));
                  world.tick();
                  return new Hint("item" + i, Optional.of("Berlin"));
                });

    world.stockCheck().check("file", "a.csv", hints);
    world.tick();

    assertThat(world.notifications)
        .extracting(Notification::subject)
        .containsExactly("Low stock: 2 items in Berlin");
  }

  @Test
  void aFileThatAProcessLeftHalfCheckedIsReportedAfterAWhile() {
    IntStream.range(0, 120).forEach(i -> world.level("Berlin", "item" + i, 1));
    Hint[] hints =
        IntStream.range(0, 120)
            .mapToObj(i -> new Hint("item" + i, Optional.of("Berlin")))
            .toArray(Hint[]::new);
    world.diesAt(20, () -> world.judge("file", hints));

    world.dispatch();
    assertThat(world.notifications).isEmpty();

    world.pass(StockCheck.OPEN_DURATION.plusSeconds(1));
    world.dispatch();
    assertThat(world.reported()).hasSize(Alerts.MAX_TRANSITIONS);
  }

  @Test
  void endlessCollisionsFailInTheEnd() {
    world.level("Berlin", "shirt", 9);
    Alerts colliding = new CollidingAlerts(world.store);
    StockCheck check =
        new StockCheck(
            world,
            colliding,
            new AlertPolicy(new Teams(false, FilePolicy.ALL), Duration.ZERO),
            world.store,
            Backoff.NONE,
            world::now,
            () -> "id");

    assertThatThrownBy(() -> check.check("batch", "a.csv", Stream.of(SHIRT)))
        .hasMessage("writing alerts that other processes write too failed in 1 attempts");
    assertThat(world.notifications).isEmpty();
  }

  @Test
  void shuffledAndRepeatedHintsEndInTheStatesOfTheLevelsEachReportedOnce() {
    Random random = new Random(5);
    for (int order = 0; order < 20; order++) {
      World shuffled = new World();
      Map<String, Long> levels = new TreeMap<>();
      List<Hint> hints = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        levels.put("item" + i, (long) random.nextInt(30) - 10);
        shuffled.level("Berlin", "item" + i, levels.get("item" + i));
        Hint hint = new Hint("item" + i, Optional.of("Berlin"));
        hints.addAll(List.of(hint, hint, new Hint("item" + i, Optional.empty())));
      }
      Collections.shuffle(hints, random);

      for (int i = 0; i < hints.size(); i += 8) {
        shuffled.check("batch" + i, hints.subList(i, i + 8).toArray(Hint[]::new));
      }

      assertThat(shuffled.reported()).containsExactlyInAnyOrderElementsOf(expected(levels));
    }
  }

  private static List<String> expected(Map<String, Long> levels) {
    return levels.entrySet().stream()
        .filter(level -> level.getValue() < Stock.THRESHOLD)
        .map(
            level ->
                "Berlin " + level.getKey() + (level.getValue() <= 0 ? " OUT OF STOCK" : " low"))
        .toList();
  }

  @Test
  void aWalkWithEachStepInOneOfTwoBatchesIsTheSame() {
    world.level("Berlin", "shirt", 9);
    world.check("batch", SHIRT);
    world.level("Berlin", "shirt", 0);
    world.check("batch", SHIRT);

    assertThat(world.notifications)
        .extracting(Notification::subject)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(world.store.read(List.of(AlertId.of(new StockKey("Berlin", "shirt")))).values())
        .extracting(AlertRecord::notifications)
        .containsExactly(2L);
  }
}
