package inventory.reporting.domain.items;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.Thresholds;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads all of an item at once, as consistent as {@link StockReports#levelsOf(String)}. */
public interface ItemRecords {

  /** An item's levels and thresholds (requirement R3); without levels if the item is unknown. */
  ItemRecord of(String itemId);

  /**
   * The records of an item.
   *
   * @param levels one for each warehouse
   * @param thresholds the thresholds that apply to them
   */
  record ItemRecord(List<Level> levels, Thresholds thresholds) {

    /** Keeps its own copy. */
    public ItemRecord {
      levels = List.copyOf(levels);
    }

    /** The units where the item is low or out of stock. */
    public Map<AlertId, BigInteger> lowLevels() {
      return levels.stream()
          .filter(level -> level.state(thresholds.of(AlertId.of(level.key()))) != StockState.OK)
          .collect(
              Collectors.toUnmodifiableMap(level -> AlertId.of(level.key()), Level::stockLevel));
    }
  }
}
