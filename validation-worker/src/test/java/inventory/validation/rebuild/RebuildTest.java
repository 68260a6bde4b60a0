package inventory.validation.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import inventory.validation.rebuild.World.Fact;
import inventory.validation.rebuild.source.CannotRebuildException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuildTest {

  private static final long AMPLE = 50_000_000;
  private static final StockKey KEY = new StockKey("Berlin", "one");

  private final World world = new World();

  @ParameterizedTest
  @CsvSource({"1, 50000000", "2, 6000", "3, 4000", "4, 1500"})
  void aCorrectTableHasNoDifferencesWithAnyAmountOfMemory(int seed, long budget) {
    fill(new Random(seed));

    RebuildResult outcome = world.check(budget);

    assertThat(world.differences).isEmpty();
    assertThat(outcome)
        .isEqualTo(new RebuildResult(world.files.size(), world.keys().size(), 0, 0, 0));
    boolean oneReading = world.fetches == world.files.size();
    assertThat(oneReading).as("%d fetches", world.fetches).isEqualTo(budget == AMPLE);
  }

  @ParameterizedTest
  @CsvSource({"11, 50000000", "12, 6000", "13, 2500", "14, 50000000"})
  void eachDamageIsFoundAndFixedAndNothingElse(int seed, long budget) {
    Random random = new Random(seed);
    fill(random);
    Map<StockKey, Difference> expected = damage(random);

    world.check(budget);
    assertThat(world.differences).containsExactlyInAnyOrderElementsOf(expected.values());
    assertThat(world.announced).isEmpty();
    RebuildResult outcome = world.fix(budget);
    assertThat(world.differences).containsExactlyInAnyOrderElementsOf(expected.values());
    assertThat(outcome.fixed()).isEqualTo(expected.size());
    assertThat(world.announced).containsExactlyInAnyOrderElementsOf(expected.keySet());

    world.check(budget);
    assertThat(world.differences).isEmpty();
    for (StockKey key : world.keys()) {
      assertThat(world.table.units(key)).as("%s", key).contains(world.units(key));
    }
  }

  @Test
  void aCountBetweenRowsThatAreNotStoredIsResolvedFromTheOriginal() {
    List<Fact> rows = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      rows.add(change(KEY, i * 1_000, 1_000_003L * i));
    }
    world.transactions(rows);
    world.counts(World.NOON.plusMillis(4_500_000), List.of(count(KEY, 4_500_000, 70)));
    world.settle();
    assertThat(world.table.movements.get(KEY).values())
        .anyMatch(movement -> movement.rows().isEmpty());

    world.check(AMPLE);
    assertThat(world.differences).isEmpty();

    BigInteger right = world.units(KEY);
    world.table.movements.get(KEY).pollLastEntry();
    world.check(AMPLE);
    assertThat(world.differences)
        .containsExactly(difference(KEY, right, right, "movements: 1 missing"));
  }

  @Test
  void aMovementOfAnUnlistedFileCountsAsAFact() {
    world.transactions(List.of(change(KEY, 1_000, 5), change(KEY, 9_000, 7)));
    world.unlisted(change(KEY, 3_000, 100));
    world.unlisted(count(KEY, 4_000, 40));
    world.settle();
    assertThat(world.table.units(KEY)).contains(BigInteger.valueOf(47));

    world.check(AMPLE);
    assertThat(world.differences).isEmpty();
    // It causes no second check.
    assertThat(world.fetches).isEqualTo(1);

    world.table.setUnits(KEY, BigInteger.ONE);
    world.fix(AMPLE);
    assertThat(world.table.units(KEY)).contains(BigInteger.valueOf(47));
  }

  @Test
  void aLevelWithoutMovementsIsRemoved() {
    world.transactions(List.of(change(KEY, 1_000, 5)));
    world.settle();
    StockKey stray = new StockKey("Berlin", "stray");
    world.table.levels.put(stray, world.table.levels.get(KEY));

    world.fix(AMPLE);

    assertThat(world.differences)
        .containsExactly(
            new Difference(
                stray,
                Optional.of(BigInteger.valueOf(5)),
                Optional.empty(),
                "the level has no movement"));
    assertThat(world.table.levels).containsOnlyKeys(KEY);
    world.check(AMPLE);
    assertThat(world.differences).isEmpty();
  }

  @Test
  void aFileThatIsAppliedMeanwhileIsNotADifference() {
    world.transactions(List.of(change(KEY, 1_000, 5)));
    world.settle();
    world.table.setUnits(KEY, BigInteger.TEN);
    List<Runnable> meanwhile = new ArrayList<>(List.of(() -> arrive(20)));
    world.table.beforeCorrection = () -> takeFirst(meanwhile);

    RebuildResult outcome = world.fix(AMPLE);

    assertThat(outcome.fixed()).isEqualTo(1);
    assertThat(world.table.units(KEY)).contains(BigInteger.valueOf(25));
  }

  @Test
  void aLevelThatChangesContinuouslyIsNotCompared() {
    world.transactions(List.of(change(KEY, 1_000, 5)));
    world.settle();
    world.table.beforeLevel = () -> world.table.setUnits(KEY, BigInteger.TEN);

    RebuildResult outcome = world.fix(AMPLE);

    assertThat(outcome).isEqualTo(new RebuildResult(1, 1, 0, 0, 1));
    assertThat(world.unverified)
        .containsExactly("one in Berlin changes continuously: try again later");
    assertThat(world.table.corrections).isEmpty();
  }

  @Test
  void everyFileThatCannotBeReadIsNamed() {
    Upload gone = world.transactions(List.of(change(KEY, 1_000, 5)));
    Upload replaced = world.transactions(List.of(change(KEY, 2_000, 5)));
    world.settle();
    world.contents.remove(gone.key());
    world.contents.put(replaced.key(), "store,item,count\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> world.check(AMPLE))
        .isInstanceOf(CannotRebuildException.class)
        .hasMessageContaining("file-0.csv, version v1: the file was deleted")
        .hasMessageContaining("file-1.csv, version v1: its content has the SHA-256");
  }

  @Test
  void anUnfinishedFileIsNamed() {
    world.unverifiable.add("late.csv is still being processed");

    assertThat(world.check(AMPLE).unverified()).isEqualTo(1);
    assertThat(world.unverified).containsExactly("late.csv is still being processed");
  }

  @Test
  void aFixedItemIsPublishedEvenIfTheNextOneFails() {
    StockKey second = new StockKey("Berlin", "two");
    world.transactions(List.of(change(KEY, 1_000, 5), change(second, 1_000, 5)));
    world.settle();
    world.table.setUnits(KEY, BigInteger.TEN);
    world.table.setUnits(second, BigInteger.TEN);
    List<Runnable> failures =
        new ArrayList<>(
            List.of(
                () -> {},
                () -> {
                  throw new IllegalStateException("no connection");
                }));
    world.table.beforeCorrection = () -> takeFirst(failures);

    assertThatThrownBy(() -> world.fix(AMPLE)).hasMessage("no connection");

    assertThat(world.announced).containsExactly(KEY);
  }

  private static void takeFirst(List<Runnable> ahead) {
    if (!ahead.isEmpty()) {
      ahead.remove(0).run();
    }
  }

  /** Applies a file that is not in the list, as ingest-service does. */
  private void arrive(long units) {
    world.unlisted(change(KEY, 50_000, units));
    world.table.setUnits(KEY, world.table.units(KEY).orElseThrow().add(BigInteger.valueOf(units)));
  }

  private void fill(Random random) {
    int files = 12 + random.nextInt(10);
    for (int file = 0; file < files; file++) {
      if (random.nextInt(4) == 0) {
        int millis = random.nextInt(60_000);
        Map<StockKey, Fact> rows = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
          StockKey key = anyKey(random);
          rows.put(key, count(key, millis, random.nextInt(100)));
        }
        world.counts(World.NOON.plusMillis(millis), rows.values());
      } else {
        List<Fact> rows = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
          rows.add(change(anyKey(random), random.nextInt(60_000), random.nextInt(200) - 100));
        }
        world.transactions(rows);
      }
    }
    world.settle();
  }

  /** Damages some items, each in its own way; returns the expected differences. */
  private Map<StockKey, Difference> damage(Random random) {
    Map<StockKey, Difference> expected = new TreeMap<>();
    int number = 0;
    for (StockKey key : world.keys()) {
      if (random.nextInt(3) == 0) {
        expected.put(key, damage(key, number++ % 6));
      }
    }
    assertThat(number).isGreaterThanOrEqualTo(6);
    return expected;
  }

  private Difference damage(StockKey key, int kind) {
    InMemoryStockTable table = world.table;
    BigInteger right = world.units(key);
    TreeMap<String, Movement> movements = table.movements.get(key);
    Movement first = movements.firstEntry().getValue();
    BigInteger wrong = right.add(BigInteger.ONE);
    return switch (kind) {
      case 0 -> {
        table.setUnits(key, wrong);
        yield difference(key, wrong, right, "the level is not the sum of its movements");
      }
      case 1 -> {
        table.levels.remove(key);
        yield new Difference(
            key, Optional.empty(), Optional.of(right), "the level is missing in the table");
      }
      case 2 -> {
        movements.remove(first.position());
        yield difference(key, right, right, "movements: 1 missing");
      }
      case 3 -> {
        table.setUnits(key, wrong);
        movements.put(first.position(), altered(first, first.source()));
        yield difference(key, wrong, right, "movements: 1 altered");
      }
      case 4 -> {
        Movement extra = altered(first, "ffff");
        movements.put(extra.position(), extra);
        yield difference(key, right, right, "movements: 1 in no file");
      }
      default -> {
        Movement moved = altered(first, "ffff");
        movements.remove(first.position());
        movements.put(moved.position(), moved);
        yield difference(key, right, right, "movements: 1 missing, 1 in no file");
      }
    };
  }

  private static Movement altered(Movement movement, String source) {
    return new Movement(
        movement.key(),
        movement.itemName(),
        movement.kind(),
        movement.fileId(),
        source,
        movement.firstTime(),
        movement.lastTime(),
        movement.total().add(BigInteger.ONE),
        movement.rowCount(),
        movement.firstLine(),
        movement.lastLine(),
        movement.rows());
  }

  private static Difference difference(
      StockKey key, BigInteger stored, BigInteger right, String why) {
    return new Difference(key, Optional.of(stored), Optional.of(right), why);
  }

  private static StockKey anyKey(Random random) {
    return new StockKey("W" + random.nextInt(4), "item-" + random.nextInt(15));
  }

  private static Fact change(StockKey key, int millis, long units) {
    return new Fact(key, World.NOON.plusMillis(millis), units, false);
  }

  private static Fact count(StockKey key, int millis, long units) {
    return new Fact(key, World.NOON.plusMillis(millis), units, true);
  }
}
