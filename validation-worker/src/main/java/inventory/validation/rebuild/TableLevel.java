package inventory.validation.rebuild;

import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem.Parts;
import java.util.Optional;

/** Compares levels as stored in the table, where any part may be wrong or missing. */
final class TableLevel {

  private TableLevel() {}

  /** What is wrong with a level, for people; empty if it is correct. */
  static Optional<String> problem(Optional<Parts> stored, Optional<StockLevel> right) {
    if (stored.isEmpty()) {
      return right.map(level -> "the level is missing in the table");
    }
    return right.isEmpty()
        ? Optional.of("the level has no movement")
        : problem(stored.get(), right.get());
  }

  private static Optional<String> problem(Parts stored, StockLevel right) {
    if (!stored.units().equals(Optional.of(right.units()))) {
      return Optional.of("the level is not the sum of its movements");
    }
    if (!stored.counted().equals(right.counted())) {
      return Optional.of("the level names a wrong latest count");
    }
    if (!stored.latest().equals(Optional.of(right.latest()))) {
      return Optional.of("the level names a wrong latest movement");
    }
    if (!stored.itemName().equals(Optional.of(right.itemName()))
        || !stored.named().equals(Optional.of(right.named()))) {
      return Optional.of("the level has a wrong item name");
    }
    if (stored.removed() != right.removed() || !stored.listed().equals(right.listed())) {
      return Optional.of("the item is on the list or off it, contrary to its events");
    }
    return stored.isInPlace() && stored.revision().isPresent()
        ? Optional.empty()
        : Optional.of("the level's names, index keys or revision are damaged");
  }
}
