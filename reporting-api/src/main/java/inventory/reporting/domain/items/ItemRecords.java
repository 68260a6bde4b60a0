package inventory.reporting.domain.items;

import java.util.List;

/** Where all of an item is read at once, as of now. */
public interface ItemRecords {

  /** An item's levels and thresholds (requirement R3); no levels for an unknown item. */
  ItemRecord of(String itemId);

  /**
   * What is on record of an item.
   *
   * @param levels one for each warehouse
   * @param thresholds those that bear on them
   */
  record ItemRecord(List<Level> levels, Thresholds thresholds) {

    /** Keeps its own copy. */
    public ItemRecord {
      levels = List.copyOf(levels);
    }
  }
}
