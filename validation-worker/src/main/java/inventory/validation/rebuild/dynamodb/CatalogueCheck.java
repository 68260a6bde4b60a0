package inventory.validation.rebuild.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.Backoff;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.Counted;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Compares the catalogue with the levels: each item that has a level must be in it, with a name
 * that a warehouse gives it. A correction is followed by another look at the levels, so a name that
 * the projection introduced meanwhile is not lost. Memory: about 250 bytes for each item.
 */
final class CatalogueCheck {

  private static final Backoff BACKOFF =
      new Backoff(10, Duration.ofMillis(50), Duration.ofSeconds(5));

  private final DynamoDbClient client;
  private final String table;
  private final boolean mayFix;
  private final Batches reads;

  CatalogueCheck(DynamoDbClient client, String table, boolean mayFix) {
    this.client = client;
    this.table = table;
    this.mayFix = mayFix;
    this.reads = new Batches(client, table, BACKOFF);
  }

  /**
   * Compares all items.
   *
   * @param levels the levels, among other items
   * @return the number of items that are wrong or missing
   */
  long run(Iterable<Map<String, AttributeValue>> levels) {
    Map<String, String> names = new HashMap<>();
    client.queryPaginator(Table.partition(table, Keys.CATALOGUE)).items().stream()
        .map(CatalogueItem::of)
        .forEach(item -> names.put(item.itemId(), item.itemName()));
    Set<String> suspects = new HashSet<>(names.keySet());
    for (Map<String, AttributeValue> item : levels) {
      if (Counted.isLevel(item)) {
        LevelItem level = LevelItem.of(item);
        String name = names.get(level.itemId());
        if (name == null) {
          suspects.add(level.itemId());
        } else if (name.equals(level.itemName())) {
          suspects.remove(level.itemId());
        }
      }
    }
    return suspects.stream().filter(this::isWrong).count();
  }

  private boolean isWrong(String itemId) {
    Optional<CatalogueItem> stored = stored(itemId);
    List<LevelItem> levels = levels(itemId);
    boolean isRight =
        stored.isEmpty()
            ? levels.isEmpty()
            : levels.stream().anyMatch(level -> level.itemName().equals(stored.get().itemName()));
    if (isRight) {
      return false;
    }
    if (mayFix) {
      stored.ifPresent(this::delete);
      levels(itemId).stream()
          .max(Comparator.comparing(LevelItem::named))
          .ifPresent(
              level -> introduce(new CatalogueItem(itemId, level.itemName(), level.named())));
    }
    return true;
  }

  private Optional<CatalogueItem> stored(String itemId) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                get -> get.tableName(table).key(CatalogueItem.key(itemId)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(CatalogueItem.of(item));
  }

  private List<LevelItem> levels(String itemId) {
    Set<Map<String, AttributeValue>> keys =
        client.queryPaginator(LevelQueries.keysOfItem(table, itemId)).items().stream()
            .map(Values::keyOf)
            .collect(Collectors.toSet());
    return reads.read(keys).stream().map(LevelItem::of).toList();
  }

  /** Only as it was read: a name that was introduced since is right. */
  private void delete(CatalogueItem stored) {
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(CatalogueItem.key(stored.itemId()))
                  .conditionExpression("named = :named")
                  .expressionAttributeValues(Map.of(":named", text(stored.named()))));
    } catch (ConditionalCheckFailedException e) {
      // It was introduced since, or is gone.
      return;
    }
  }

  private void introduce(CatalogueItem item) {
    try {
      client.updateItem(item.introduce().request(table, CatalogueItem.key(item.itemId())).build());
    } catch (ConditionalCheckFailedException e) {
      // A later name was introduced since.
      return;
    }
  }
}
