package inventory.alert.dynamodb;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.ItemTotal;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.Thresholds;
import inventory.model.table.LevelItem;
import inventory.model.table.ThresholdItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Levels and thresholds, as read from the table. */
final class StockFacts {

  private final long defaultThreshold;
  private final Map<StockKey, LevelItem> levels = new HashMap<>();
  private final Map<AlertId, RestockRule> thresholds = new HashMap<>();

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
      thresholds.put(threshold.scope(), threshold.rule().orElseThrow());
    }
  }

  /**
   * The status of each level.
   *
   * @param hints a warehouse that they name without a level has a removed item
   */
  List<StockStatus> byWarehouse(Collection<Hint> hints) {
    Thresholds thresholds = thresholds();
    List<StockStatus> statuses = new ArrayList<>();
    levels.forEach((key, level) -> statuses.add(status(AlertId.of(key), level, thresholds)));
    hints.stream()
        .flatMap(hint -> hint.warehouse().map(name -> new StockKey(name, hint.itemId())).stream())
        .distinct()
        .filter(key -> !levels.containsKey(key))
        .forEach(key -> statuses.add(removed(AlertId.of(key), thresholds)));
    return statuses;
  }

  /** The status of an item without a level, such as one that a rebuild has deleted. */
  private static StockStatus removed(AlertId alert, Thresholds thresholds) {
    return new StockStatus(alert, alert.itemId(), BigInteger.ZERO, thresholds.rule(alert), true);
  }

  private static StockStatus status(AlertId alert, LevelItem level, Thresholds thresholds) {
    return new StockStatus(
        alert, level.itemName(), level.stockLevel(), thresholds.rule(alert), level.removed());
  }

  /**
   * The status of each item's total.
   *
   * @param hints an item that they name without any level is a removed one
   */
  List<StockStatus> byItem(Collection<Hint> hints) {
    Thresholds thresholds = thresholds();
    Map<String, List<LevelItem>> byItem =
        levels.values().stream().collect(Collectors.groupingBy(LevelItem::itemId));
    List<StockStatus> statuses = new ArrayList<>();
    byItem.forEach(
        (itemId, found) ->
            statuses.add(status(AlertId.ofTotal(itemId), ItemTotal.of(found), thresholds)));
    hints.stream()
        .map(Hint::itemId)
        .distinct()
        .filter(itemId -> !byItem.containsKey(itemId))
        .forEach(itemId -> statuses.add(removed(AlertId.ofTotal(itemId), thresholds)));
    return statuses;
  }

  private static StockStatus status(AlertId alert, ItemTotal total, Thresholds thresholds) {
    return new StockStatus(
        alert, total.itemName(), total.listedUnits(), thresholds.rule(alert), total.removed());
  }

  private Thresholds thresholds() {
    return new Thresholds(thresholds, defaultThreshold);
  }
}
