package inventory.validation.rebuild;

import static inventory.model.EventType.PRODUCT_ADDED;
import static inventory.model.EventType.PRODUCT_REMOVED;
import static inventory.model.EventType.QUANTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem.Parts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels that include events, whose movements come from no file. */
class RebuiltEventsTest {

  private static final long AMPLE = 50_000_000;
  private static final StockKey KEY = new StockKey("ONLINE", "P1");
  private static final String AGAINST_EVENTS =
      "the item is on the list or off it, contrary to its events";

  private final World world = new World();
  private Movement added;
  private Movement changed;

  private static Instant at(int minute) {
    return World.NOON.plusSeconds(60L * minute);
  }

  @BeforeEach
  void fill() {
    world.transactions(List.of(new World.Fact(KEY, at(1), 5, false)));
    added = world.event(PRODUCT_ADDED, KEY, at(2), 10);
    changed = world.event(QUANTITY_CHANGED, KEY, at(3), -3);
    level(12, Optional.empty(), changed, false);
  }

  /** Sets a level, independent of its movements. */
  private void level(int units, Optional<String> counted, Movement latest, boolean removed) {
    StockLevel level =
        new StockLevel(
            BigInteger.valueOf(units),
            counted,
            latest.position(),
            "Added as P1",
            added.position(),
            Optional.of(added.position()),
            removed);
    world.table.levels.put(KEY, InMemoryStockTable.stored(level, 3));
  }

  private void mendsTo(int from, int to, String why) {
    Difference difference =
        new Difference(
            KEY, Optional.of(BigInteger.valueOf(from)), Optional.of(BigInteger.valueOf(to)), why);
    List<Movement> before = List.copyOf(world.table.movements.get(KEY).values());
    world.check(AMPLE);
    assertThat(world.differences).containsExactly(difference);
    world.fix(AMPLE);
    assertThat(world.differences).containsExactly(difference);
    assertThat(world.table.units(KEY)).contains(BigInteger.valueOf(to));
    assertThat(world.table.movements.get(KEY).values()).containsAll(before);
    assertThat(world.announced).containsExactly(KEY);
    world.check(AMPLE);
    assertThat(world.differences).isEmpty();
  }

  @Test
  void movementsOfEventsAreKeptAndCauseNoSecondReading() {
    world.fix(AMPLE);

    assertThat(world.differences).isEmpty();
    assertThat(world.fetches).isEqualTo(1);
    assertThat(world.table.movements.get(KEY).values()).hasSize(3).contains(added, changed);
  }

  @Test
  void alteredUnitsAreFixed() {
    level(13, Optional.empty(), changed, false);

    mendsTo(13, 12, "the level is not the sum of its movements");
  }

  @Test
  void anAlteredListingIsFixed() {
    level(12, Optional.empty(), changed, true);

    mendsTo(12, 12, AGAINST_EVENTS);

    assertThat(world.table.levels.get(KEY).removed()).isFalse();
  }

  @Test
  void anUndoneRemovalIsFixed() {
    Movement removed = world.event(PRODUCT_REMOVED, KEY, at(4), 0);
    level(0, Optional.of(removed.position()), removed, false);

    mendsTo(0, 0, AGAINST_EVENTS);

    assertThat(world.table.levels.get(KEY).removed()).isTrue();
    assertThat(world.table.levels.get(KEY).listed()).contains(removed.position());
  }

  @Test
  void eventsAtOneTimeAreAppliedInTheOrderOfTheStream() {
    world.event(QUANTITY_CHANGED, KEY, at(4), 50);
    Movement removed = world.event(PRODUCT_REMOVED, KEY, at(4), 0);
    added = world.event(PRODUCT_ADDED, KEY, at(4), 7);
    level(7, Optional.of(removed.position()), added, false);

    world.check(AMPLE);
    assertThat(world.differences).isEmpty();

    level(0, Optional.of(removed.position()), added, true);
    mendsTo(0, 7, "the level is not the sum of its movements");
    assertThat(world.table.levels.get(KEY).removed()).isFalse();
  }

  @Test
  void anItemWithoutANameHasItsIdAsName() {
    StockKey nameless = new StockKey("ONLINE", "P2");
    world.event(QUANTITY_CHANGED, nameless, at(1), 4);

    world.fix(AMPLE);

    Parts level = world.table.levels.get(nameless);
    assertThat(level.units()).contains(BigInteger.valueOf(4));
    assertThat(level.itemName()).contains("P2");
    assertThat(level.named()).contains(Position.NONE);
    assertThat(level.listed()).isEmpty();
  }
}
