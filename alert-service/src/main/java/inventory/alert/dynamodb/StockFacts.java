package inventory.alert.dynamodb;

import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.table.Attributes;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Levels and thresholds, as they were read from items' partitions. */
final class StockFacts {

  private final long defaultThreshold;
  private final Map<StockKey, Level> levels = new HashMap<>();
  private final Map<AlertId, Long> thresholds = new HashMap<>();

  StockFacts(long defaultThreshold) {
    this.defaultThreshold = defaultThreshold;
  }

  /** A level, and what goes with it. */
  private record Level(
      StockKey key, String itemName, BigInteger units, boolean removed, String named) {}

  /** Takes in an item; what is neither a level nor a threshold is left out. */
  void add(Map<String, AttributeValue> item) {
    String sk = item.get(Table.SK).s();
    if (sk.startsWith(Keys.LEVEL_PREFIX)) {
      Level level = level(item);
      levels.put(level.key(), level);
    } else if (item.containsKey(Table.Threshold.RESTOCK_IF_BELOW)
        && item.containsKey(Table.Threshold.SET_AT)) {
      thresholds.put(
          inventory.model.table.AlertItem.alertOf(item),
          Long.valueOf(item.get(Table.Threshold.RESTOCK_IF_BELOW).n()));
    }
  }

  private static Level level(Map<String, AttributeValue> item) {
    return new Level(
        new StockKey(item.get(Table.Level.WAREHOUSE).s(), item.get(Table.Level.ITEM_ID).s()),
        item.get(Table.Level.ITEM_NAME).s(),
        new BigInteger(item.get(Table.Level.STOCK_LEVEL).n()),
        item.containsKey(Table.Level.REMOVED) && item.get(Table.Level.REMOVED).bool(),
        new Attributes(item)
            .optionalText(Table.Level.NAMED)
            .or(() -> new Attributes(item).optionalText(Table.Level.LATEST))
            .orElse(""));
  }

  /** A status for each level. */
  List<StockStatus> byWarehouse() {
    return levels.values().stream()
        .map(
            level ->
                new StockStatus(
                    AlertId.of(level.key()),
                    level.itemName(),
                    level.units(),
                    threshold(level.key().itemId(), Optional.of(level.key().warehouse())),
                    level.removed()))
        .toList();
  }

  /** A status for each item: the sum of its levels, its name by the latest fact that names it. */
  List<StockStatus> byItem() {
    Map<String, List<Level>> items = new HashMap<>();
    levels
        .values()
        .forEach(
            level ->
                items.computeIfAbsent(level.key().itemId(), i -> new ArrayList<>()).add(level));
    return items.entrySet().stream().map(item -> total(item.getKey(), item.getValue())).toList();
  }

  private StockStatus total(String itemId, List<Level> levels) {
    List<Level> listed = levels.stream().filter(level -> !level.removed()).toList();
    Level named = levels.stream().max(Comparator.comparing(Level::named)).orElseThrow();
    return new StockStatus(
        AlertId.ofTotal(itemId),
        named.itemName(),
        listed.stream().map(Level::units).reduce(BigInteger.ZERO, BigInteger::add),
        threshold(itemId, Optional.empty()),
        listed.isEmpty());
  }

  /** The item's in the warehouse, the item's, the default (requirements T2 and T4). */
  private long threshold(String itemId, Optional<String> warehouse) {
    Long own = thresholds.get(new AlertId(itemId, warehouse));
    return own != null ? own : thresholds.getOrDefault(AlertId.ofTotal(itemId), defaultThreshold);
  }
}
