package inventory.movement;

import inventory.model.table.Position;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The level of an item in a warehouse, and the rule by which a movement changes it (requirement
 * I4): the latest count, plus every change with a later timestamp, in whatever order they come.
 *
 * @param units units in stock, possibly negative
 * @param counted the position of the latest count, if there was any
 * @param latest the position of the latest movement of either kind
 * @param itemName the item's name by that movement
 */
public record StockLevel(
    BigInteger units, Optional<String> counted, String latest, String itemName) {

  /** The level of an item of which this is the first movement known. */
  public static StockLevel first(Movement movement) {
    boolean isCount = movement.kind() == Movement.Kind.COUNT;
    return new StockLevel(
        movement.total(),
        isCount ? Optional.of(movement.position()) : Optional.empty(),
        movement.position(),
        movement.itemName());
  }

  /**
   * The level after a change.
   *
   * @param change the movement
   * @param changeAfter the sum of that movement's changes later than an instant
   */
  public StockLevel changed(Movement change, Function<Instant, BigInteger> changeAfter) {
    BigInteger effect = counted.map(Position::instant).map(changeAfter).orElseGet(change::total);
    return after(change, units.add(effect), counted);
  }

  /** Whether a count is the latest one, so that the level follows from it. */
  public boolean isSetBy(Movement count) {
    return counted.isEmpty() || counted.get().compareTo(count.position()) < 0;
  }

  /**
   * The level after a count.
   *
   * @param count the movement
   * @param changesSince the sum of all changes later than the count; asked only if it is the latest
   */
  public StockLevel counted(Movement count, Function<Instant, BigInteger> changesSince) {
    if (!isSetBy(count)) {
      return after(count, units, counted);
    }
    BigInteger since = changesSince.apply(count.lastTime());
    return after(count, count.total().add(since), Optional.of(count.position()));
  }

  private StockLevel after(Movement movement, BigInteger newUnits, Optional<String> newCounted) {
    boolean isLatest = latest.compareTo(movement.position()) < 0;
    return new StockLevel(
        newUnits,
        newCounted,
        isLatest ? movement.position() : latest,
        isLatest ? movement.itemName() : itemName);
  }
}
