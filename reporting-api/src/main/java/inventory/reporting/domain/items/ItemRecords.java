package inventory.reporting.domain.items;

import inventory.model.Thresholds;
import java.util.List;

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
  }
}
