package inventory.local.demo;

import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What threshold files say, by the rule as it is written down (requirements T2 and T4): an item's
 * in the warehouse, else the item's, else 10.
 */
final class ExpectedThresholds {

  private final Map<StockKey, Long> inWarehouse = new HashMap<>();
  private final Map<String, Long> everywhere = new HashMap<>();

  /** Takes in a file's entries, which replace earlier ones. */
  void add(DemoFile file) {
    for (Threshold threshold : file.thresholds()) {
      threshold
          .warehouse()
          .ifPresentOrElse(
              warehouse ->
                  inWarehouse.put(
                      new StockKey(warehouse, threshold.itemId()), threshold.restockIfBelow()),
              () -> everywhere.put(threshold.itemId(), threshold.restockIfBelow()));
    }
  }

  /** The threshold of an item in a warehouse, in units. */
  long of(StockKey key) {
    long ofItem = everywhere.getOrDefault(key.itemId(), StockState.DEFAULT_THRESHOLD);
    return inWarehouse.getOrDefault(key, ofItem);
  }

  /** How levels stand against these thresholds. */
  Map<StockKey, StockState> states(Map<StockKey, BigInteger> levels) {
    Map<StockKey, StockState> states = new TreeMap<>();
    levels.forEach((key, level) -> states.put(key, StockState.of(level, of(key))));
    return states;
  }
}
