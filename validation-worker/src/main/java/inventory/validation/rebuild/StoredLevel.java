package inventory.validation.rebuild;

import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A level as it stands in the table, where any part of it may be wrong or gone.
 *
 * @param units units in stock
 * @param counted the position of the latest count
 * @param latest the position of the latest movement
 * @param itemName the item's name
 * @param named the position of the movement that named it
 * @param listed the position of the latest event that put it on the list or took it off
 * @param removed whether it is off the list
 * @param revision how many movements made it
 * @param inPlace whether its names and its place in the index are those of its key
 */
public record StoredLevel(
    Optional<BigInteger> units,
    Optional<String> counted,
    Optional<String> latest,
    Optional<String> itemName,
    Optional<String> named,
    Optional<String> listed,
    boolean removed,
    Optional<BigInteger> revision,
    boolean inPlace) {

  /** What is wrong with a level, in words for people; empty if nothing is. */
  static Optional<String> problem(Optional<StoredLevel> stored, Optional<StockLevel> right) {
    if (stored.isEmpty()) {
      return right.map(level -> "the level is missing in the table");
    }
    return right.isEmpty()
        ? Optional.of("no movement gives it")
        : stored.get().problemBeside(right.get());
  }

  private Optional<String> problemBeside(StockLevel right) {
    if (!units.equals(Optional.of(right.units()))) {
      return Optional.of("the level is not what its movements give");
    }
    if (!counted.equals(right.counted())) {
      return Optional.of("the level names another count as its latest");
    }
    if (!latest.equals(Optional.of(right.latest()))) {
      return Optional.of("the level names another movement as its latest");
    }
    if (!itemName.equals(Optional.of(right.itemName()))
        || !named.equals(Optional.of(right.named()))) {
      return Optional.of("the level has another name of the item");
    }
    if (removed != right.removed() || !listed.equals(right.listed())) {
      return Optional.of("the level is on the list, or off it, against its events");
    }
    return inPlace && revision.isPresent()
        ? Optional.empty()
        : Optional.of("the level's names, place in the index or revision are damaged");
  }
}
