package inventory.validation.rebuild;

import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A level as stored in the table, where any part may be wrong or missing.
 *
 * @param units units in stock
 * @param counted the position of the latest count
 * @param latest the position of the latest movement
 * @param itemName the item's name
 * @param named the position of the movement that gives the name
 * @param listed the position of the latest event that put the item on the list or took it off
 * @param removed whether the item is off the list
 * @param revision the level's revision
 * @param matchesKey whether its names and index keys match its key
 */
public record TableLevel(
    Optional<BigInteger> units,
    Optional<String> counted,
    Optional<String> latest,
    Optional<String> itemName,
    Optional<String> named,
    Optional<String> listed,
    boolean removed,
    Optional<BigInteger> revision,
    boolean matchesKey) {

  /** What is wrong with a level, for people; empty if it is correct. */
  static Optional<String> problem(Optional<TableLevel> stored, Optional<StockLevel> right) {
    if (stored.isEmpty()) {
      return right.map(level -> "the level is missing in the table");
    }
    return right.isEmpty()
        ? Optional.of("the level has no movement")
        : stored.get().differenceFrom(right.get());
  }

  private Optional<String> differenceFrom(StockLevel right) {
    if (!units.equals(Optional.of(right.units()))) {
      return Optional.of("the level is not the sum of its movements");
    }
    if (!counted.equals(right.counted())) {
      return Optional.of("the level names a wrong latest count");
    }
    if (!latest.equals(Optional.of(right.latest()))) {
      return Optional.of("the level names a wrong latest movement");
    }
    if (!itemName.equals(Optional.of(right.itemName()))
        || !named.equals(Optional.of(right.named()))) {
      return Optional.of("the level has a wrong item name");
    }
    if (removed != right.removed() || !listed.equals(right.listed())) {
      return Optional.of("the item is on the list or off it, contrary to its events");
    }
    return matchesKey && revision.isPresent()
        ? Optional.empty()
        : Optional.of("the level's names, index keys or revision are damaged");
  }
}
