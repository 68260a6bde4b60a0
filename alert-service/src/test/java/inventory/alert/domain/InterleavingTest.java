package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.Audience;
import inventory.model.StockState;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Another process interferes at each moment in turn: each transition is reported once. */
class InterleavingTest {

  private static final Hint SHIRT = new Hint("shirt", Optional.of("Berlin"));
  private static final Hint MUG = new Hint("mug", Optional.of("Berlin"));
  private static final Hint CAP = new Hint("cap", Optional.of("Berlin"));

  @Test
  void twoProcessesWithTheSameBatchSendOneNotification() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("batch", SHIRT, MUG),
        world -> world.check("batch", SHIRT, MUG),
        world -> {
          assertThat(world.notifications).hasSize(1);
          assertThat(world.reported())
              .containsExactlyInAnyOrder("Berlin shirt low", "Berlin mug low");
        });
  }

  @Test
  void stockNamedInTwoBatchesIsReportedByOneOfThem() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("one", SHIRT, MUG),
        world -> world.check("two", MUG, CAP),
        world ->
            assertThat(world.reported())
                .containsExactlyInAnyOrder("Berlin shirt low", "Berlin mug low", "Berlin cap low"));
  }

  @Test
  void twoMessagesOfOneBatchLeaveNothingUnsent() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("batch", SHIRT),
        world -> world.check("batch", MUG),
        world ->
            assertThat(world.reported())
                .containsExactlyInAnyOrder("Berlin shirt low", "Berlin mug low"));
  }

  @Test
  void anAudienceIsReleasedAfterItWasNotified() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("batch", SHIRT),
        world -> world.check("batch", SHIRT),
        world ->
            assertThat(world.store.claim(Audience.PURCHASING, "third", world.now(), world.now()))
                .isTrue());
  }

  @Test
  void aRecoveryThatAnotherProcessSeesFirstIsKept() {
    interleave(
        () -> {
          World world = lowShelf();
          world.check("earlier", SHIRT);
          world.notifications.clear();
          return world;
        },
        world -> world.check("late", SHIRT),
        world -> {
          world.level("Berlin", "shirt", 12);
          world.check("recovery", SHIRT);
        },
        world -> {
          assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OK);
          assertThat(world.reported()).as("reported before").isEmpty();
        });
  }

  @Test
  void stockThatRunsOutDuringACheckIsReportedOnceAsOut() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("one", SHIRT),
        world -> {
          world.level("Berlin", "shirt", 0);
          world.check("two", SHIRT);
        },
        world -> {
          assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OUT);
          assertThat(world.reported())
              .containsOnlyOnce("Berlin shirt OUT OF STOCK")
              .hasSizeBetween(1, 2)
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void stockThatRecoversDuringACheckIsReportedAtMostOnce() {
    interleave(
        InterleavingTest::lowShelf,
        world -> world.check("one", SHIRT),
        world -> {
          world.level("Berlin", "shirt", 10);
          world.check("two", SHIRT);
        },
        world -> {
          assertThat(world.record("Berlin", "shirt").state()).isEqualTo(StockState.OK);
          assertThat(world.reported()).hasSizeBetween(0, 1);
        });
  }

  @Test
  void manyInterleavedProcessesEndInTheStatesOfTheLevels() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      World world = new World(random.nextBoolean());
      for (int step = 0; step < 20; step++) {
        disturb(world, random, 3);
        change(world, random);
      }

      // What changes during a dispatch waits for the next one; at most four changes are nested.
      for (int dispatch = 0; dispatch < 5; dispatch++) {
        world.dispatch();
      }
      for (String item : new String[] {"shirt", "mug"}) {
        StockStatus status = world.read(List.of(new Hint(item, Optional.empty()))).get(0);
        assertThat(world.record("Berlin", item).state())
            .as("%s of seed %s", item, seed)
            .isEqualTo(status.state());
      }
      assertThat(world.store.isAllSent()).as("seed %s", seed).isTrue();
      assertThat(world.store.completed())
          .as("seed %s", seed)
          .doesNotHaveDuplicates()
          .hasSize((int) world.store.notifications());
    }
  }

  private static void disturb(World world, Random random, int depth) {
    world.at(
        1 + random.nextInt(20),
        () -> {
          if (depth > 0) {
            disturb(world, random, depth - 1);
          }
          change(world, random);
        });
  }

  private static void change(World world, Random random) {
    world.level("Berlin", "shirt", random.nextInt(15) - 2);
    world.level("Berlin", "mug", random.nextInt(15) - 2);
    world.check("batch" + random.nextInt(4), SHIRT, MUG);
  }

  /** Runs the second work at each moment of the first, once each. */
  private static void interleave(
      Supplier<World> start,
      Consumer<World> first,
      Consumer<World> second,
      Consumer<World> assertion) {
    int moment = 0;
    boolean happened = true;
    while (happened) {
      moment++;
      World world = start.get();
      happened = world.happensAt(moment, () -> second.accept(world), () -> first.accept(world));
      if (!happened) {
        second.accept(world);
      }
      world.dispatch();
      assertThat(world.store.isAllSent()).as("moment %s", moment).isTrue();
      assertThat(world.store.completed()).as("moment %s", moment).doesNotHaveDuplicates();
      assertion.accept(world);
    }
    assertThat(moment).as("moments").isGreaterThan(5);
  }

  private static World lowShelf() {
    World world = new World();
    world.level("Berlin", "shirt", 9);
    world.level("Berlin", "mug", 5);
    world.level("Berlin", "cap", 1);
    return world;
  }
}
