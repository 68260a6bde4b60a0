package inventory.alert.dynamodb;

import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.ItemTotal;
import inventory.model.StockKey;
import inventory.model.Thresholds;
import inventory.model.table.LevelItem;
import inventory.model.table.ThresholdItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Levels and thresholds, as read from the table. */
final class StockFacts {

  private final long defaultThreshold;
  private final Map<StockKey, LevelItem> levels = new HashMap<>();
  private final Map<AlertId, Long> thresholds = new HashMap<>();

  StockFacts(long defaultThreshold) {
    this.defaultThreshold = defaultThreshold;
  }

  /** Adds an item of the table; ignores it if it is neither a level nor a threshold. */
  void add(Map<String, AttributeValue> item) {
    if (LevelItem.isOne(item)) {
      LevelItem level = LevelItem.of(item);
      levels.put(level.stockKey(), level);
    } else if (ThresholdItem.isOne(item)) {
      ThresholdItem threshold = ThresholdItem.of(item);
      thresholds.put(threshold.scope(), threshold.restockIfBelow());
    }
  }

  /** The status of each level. */
  List<StockStatus> byWarehouse() {
    Thresholds thresholds = thresholds();
    return levels.entrySet().stream()
        .map(entry -> status(AlertId.of(entry.getKey()), entry.getValue(), thresholds))
        .toList();
  }

  private static StockStatus status(AlertId alert, LevelItem level, Thresholds thresholds) {
    return new StockStatus(
        alert, level.itemName(), level.stockLevel(), thresholds.of(alert), level.removed());
  }

  /** The status of each item's total. */
  List<StockStatus> byItem() {
    Thresholds thresholds = thresholds();
    return levels.values().stream()
        .collect(Collectors.groupingBy(LevelItem::itemId))
        .entrySet()
        .stream()
        .map(
            item ->
                status(AlertId.ofTotal(item.getKey()), ItemTotal.of(item.getValue()), thresholds))
        .toList();
  }

  private static StockStatus status(AlertId alert, ItemTotal total, Thresholds thresholds) {
    return new StockStatus(
        alert, total.itemName(), total.listedUnits(), thresholds.of(alert), total.removed());
  }

  private Thresholds thresholds() {
    return new Thresholds(thresholds, defaultThreshold);
  }
}
