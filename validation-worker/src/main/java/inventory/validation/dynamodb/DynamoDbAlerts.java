package inventory.validation.dynamodb;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.model.table.AlertItem;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.ThresholdItem;
import inventory.model.table.Values;
import inventory.validation.domain.Alerts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/**
 * Alerts and thresholds in the table. Up to {@value #MAX_THRESHOLDS} thresholds are read once; more
 * are read for the levels that are asked for, two read units for each.
 */
public final class DynamoDbAlerts implements Alerts {

  private static final int MAX_THRESHOLDS = 100_000;

  private final DynamoDbClient client;
  private final String table;
  private final long otherwise;
  private final Consumer<Collection<StockKey>> hints;
  private final Batches batches;
  private Optional<Thresholds> all = Optional.empty();
  private boolean tooMany;

  /**
   * Reads a table.
   *
   * @param otherwise the threshold of items that have none, in units
   * @param hints has alert-service judge items
   */
  public DynamoDbAlerts(
      DynamoDbClient client, String table, long otherwise, Consumer<Collection<StockKey>> hints) {
    this.client = client;
    this.table = table;
    this.otherwise = otherwise;
    this.hints = hints;
    this.batches = new Batches(client, table, DynamoDbLevels.THROTTLED);
  }

  @Override
  public Map<StockKey, Long> thresholds(Collection<StockKey> keys) {
    if (all.isEmpty() && !tooMany) {
      Map<AlertId, RestockRule> set = new HashMap<>();
      for (Map<String, AttributeValue> item : index(Keys.THRESHOLDS).items()) {
        ThresholdItem threshold = ThresholdItem.of(item);
        set.put(threshold.scope(), threshold.rule().orElseThrow());
        if (set.size() > MAX_THRESHOLDS) {
          tooMany = true;
          break;
        }
      }
      all = tooMany ? Optional.empty() : Optional.of(new Thresholds(set, otherwise));
    }
    Thresholds thresholds = all.orElseGet(() -> ofItems(keys));
    Map<StockKey, Long> units = new HashMap<>();
    keys.forEach(key -> units.put(key, thresholds.of(AlertId.of(key))));
    return units;
  }

  private Thresholds ofItems(Collection<StockKey> keys) {
    Set<Map<String, AttributeValue>> wanted = new HashSet<>();
    for (StockKey key : keys) {
      wanted.add(ThresholdItem.key(AlertId.of(key)));
      wanted.add(ThresholdItem.key(AlertId.ofTotal(key.itemId())));
    }
    Map<AlertId, RestockRule> set = new HashMap<>();
    for (Map<String, AttributeValue> item : batches.read(wanted)) {
      if (ThresholdItem.isOne(item)) {
        ThresholdItem threshold = ThresholdItem.of(item);
        set.put(threshold.scope(), threshold.rule().orElseThrow());
      }
    }
    return new Thresholds(set, otherwise);
  }

  private QueryIterable index(String partition) {
    return client.queryPaginator(
        request ->
            request
                .tableName(table)
                .indexName(Table.INDEX)
                .keyConditionExpression(Table.INDEX_PK + " = :pk")
                .expressionAttributeValues(Map.of(":pk", Values.text(partition))));
  }

  @Override
  public Map<StockKey, StockState> states(Collection<StockKey> keys) {
    Map<StockKey, StockState> states = new HashMap<>();
    Set<Map<String, AttributeValue>> wanted = new HashSet<>();
    for (StockKey key : keys) {
      states.put(key, StockState.OK);
      wanted.add(AlertItem.key(AlertId.of(key)));
    }
    for (Map<String, AttributeValue> item : batches.read(wanted)) {
      AlertId alert = AlertItem.alertOf(item);
      states.put(
          new StockKey(alert.warehouse().orElseThrow(), alert.itemId()), AlertItem.stateOf(item));
    }
    return states;
  }

  @Override
  public void forEachOpen(Consumer<Collection<StockKey>> visitor) {
    index(Keys.OPEN_ALERTS).stream()
        .map(page -> page.items().stream().map(AlertItem::alertOf).toList())
        .map(DynamoDbAlerts::inWarehouses)
        .filter(keys -> !keys.isEmpty())
        .forEach(visitor);
  }

  private static Collection<StockKey> inWarehouses(List<AlertId> alerts) {
    return alerts.stream()
        .flatMap(
            alert -> alert.warehouse().map(name -> new StockKey(name, alert.itemId())).stream())
        .toList();
  }

  @Override
  public void judge(Collection<StockKey> keys) {
    hints.accept(keys);
  }
}
