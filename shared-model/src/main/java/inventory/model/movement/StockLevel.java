package inventory.model.movement;

import inventory.model.Position;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/**
 * The level of an item in a warehouse, and the rule by which a movement changes it (requirement
 * I4): the latest count, plus every change with a later timestamp, in any order of arrival. Each
 * other part comes from the latest movement that has it.
 *
 * @param units units in stock, possibly negative
 * @param counted the position of the latest count, if there was one
 * @param latest the position of the latest movement of either kind
 * @param itemName the item's name; its id if no movement names it
 * @param named the position of the movement that names it; {@link Position#NONE} if none does
 * @param listed the position of the latest event that listed or delisted it, if any
 * @param removed whether that event delisted it
 */
public record StockLevel(
    BigInteger units,
    Optional<String> counted,
    String latest,
    String itemName,
    String named,
    Optional<String> listed,
    boolean removed) {

  /** A level without events. */
  public StockLevel(BigInteger units, Optional<String> counted, String latest, String itemName) {
    this(units, counted, latest, itemName, latest, Optional.empty(), false);
  }

  /** The level after the first known movement of an item. */
  public static StockLevel first(Movement movement) {
    boolean isCount = movement.kind() == Movement.Kind.COUNT;
    String itemId = movement.key().itemId();
    StockLevel nothing =
        new StockLevel(
            BigInteger.ZERO,
            Optional.empty(),
            Position.NONE,
            itemId,
            Position.NONE,
            Optional.empty(),
            false);
    return nothing.after(
        movement, movement.total(), isCount ? Optional.of(movement.position()) : Optional.empty());
  }

  /**
   * The level after a change.
   *
   * @param change the movement
   * @param changeAfter the sum of that movement's changes later than a count at a position
   */
  public StockLevel changed(Movement change, Function<String, BigInteger> changeAfter) {
    BigInteger effect = counted.map(changeAfter).orElseGet(change::total);
    return after(change, units.add(effect), counted);
  }

  /** Whether a count is the latest one, which sets the level. */
  public boolean isSetBy(Movement count) {
    return counted.isEmpty() || isLater(count, counted.get());
  }

  /**
   * The level after a count.
   *
   * @param count the movement
   * @param changesSince the sum of all changes later than a count at a position; called only if the
   *     count is the latest
   */
  public StockLevel counted(Movement count, Function<String, BigInteger> changesSince) {
    if (!isSetBy(count)) {
      return after(count, units, counted);
    }
    BigInteger since = changesSince.apply(count.position());
    return after(count, count.total().add(since), Optional.of(count.position()));
  }

  private StockLevel after(Movement movement, BigInteger newUnits, Optional<String> newCounted) {
    String position = movement.position();
    boolean names = !movement.itemName().isEmpty() && isLater(movement, named);
    boolean lists = movement.isListing() && listed.map(at -> isLater(movement, at)).orElse(true);
    return new StockLevel(
        newUnits,
        newCounted,
        isLater(movement, latest) ? position : latest,
        names ? movement.itemName() : itemName,
        names ? position : named,
        lists ? Optional.of(position) : listed,
        lists ? movement.isRemoval() : removed);
  }

  private static boolean isLater(Movement movement, String position) {
    return position.compareTo(movement.position()) < 0;
  }
}
