package inventory.launcher.demo;

import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What threshold files say, by the rule as it is written down (requirements T2 and T4): an item's
 * in the warehouse, else the item's, else 10.
 */
public final class ExpectedThresholds {

  private final Map<StockKey, Long> inWarehouse = new HashMap<>();
  private final Map<String, Long> everywhere = new HashMap<>();

  /** Takes in a file's entries, which replace those of earlier files. */
  void add(DemoFile file) {
    file.thresholds().forEach(this::add);
  }

  /** Takes in an entry, which replaces an earlier one. */
  public void add(Threshold threshold) {
    threshold
        .warehouse()
        .ifPresentOrElse(
            warehouse ->
                inWarehouse.put(
                    new StockKey(warehouse, threshold.itemId()), threshold.restockIfBelow()),
            () -> everywhere.put(threshold.itemId(), threshold.restockIfBelow()));
  }

  /** All thresholds that hold: those of items by id, then those of warehouses' own by name. */
  public List<Threshold> all() {
    Stream<Threshold> ofItems =
        new TreeMap<>(everywhere)
            .entrySet().stream()
                .map(entry -> new Threshold(entry.getKey(), Optional.empty(), entry.getValue()));
    Stream<Threshold> ofWarehouses =
        new TreeMap<>(inWarehouse)
            .entrySet().stream()
                .map(
                    entry ->
                        new Threshold(
                            entry.getKey().itemId(),
                            Optional.of(entry.getKey().warehouse()),
                            entry.getValue()));
    return Stream.concat(ofItems, ofWarehouses).toList();
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
