package inventory.validation.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * All items that have a level, each once, with the keys of its levels. The table lists the items of
 * each warehouse by id; the lists are merged.
 */
final class ItemsById implements Iterator<ItemsById.Item> {

  /** The number of keys in memory, over all warehouses; at least ten for each of them. */
  private static final int MAX_HELD = 20_000;

  private static final int MAX_PAGE = 500;
  private static final int MIN_PAGE = 10;

  private final PriorityQueue<Head> heads = new PriorityQueue<>(ItemsById::inKeyOrder);

  /**
   * An item.
   *
   * @param keys the keys of its levels
   */
  record Item(String itemId, Set<Map<String, AttributeValue>> keys) {}

  /** The next level in a warehouse. */
  private record Head(
      Map<String, AttributeValue> level, Iterator<Map<String, AttributeValue>> rest) {

    private String sortKey() {
      return level.get(Table.SK).s();
    }

    private Map<String, AttributeValue> key() {
      return Values.keyOf(level);
    }
  }

  /** DynamoDB orders text by UTF-8 bytes, Java by UTF-16 units. */
  private static int inKeyOrder(Head one, Head other) {
    return Arrays.compareUnsigned(
        one.sortKey().getBytes(StandardCharsets.UTF_8),
        other.sortKey().getBytes(StandardCharsets.UTF_8));
  }

  /** Begins after an item; at the first item if empty. */
  ItemsById(DynamoDbClient client, String table, String after) {
    List<String> warehouses =
        client
            .queryPaginator(
                request ->
                    request
                        .tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(Keys.WAREHOUSES))))
            .items()
            .stream()
            .map(item -> item.get(Table.SK).s())
            .toList();
    int page = Math.max(MIN_PAGE, Math.min(MAX_PAGE, MAX_HELD / Math.max(1, warehouses.size())));
    for (String warehouse : warehouses) {
      push(client.queryPaginator(items(table, warehouse, after, page)).items().iterator());
    }
  }

  private static QueryRequest items(String table, String warehouse, String after, int page) {
    return LevelQueries.inWarehouse(table, warehouse, Map.of())
        .projectionExpression("pk, sk, " + String.join(", ", LevelItem.ID))
        .exclusiveStartKey(after.isEmpty() ? null : LevelQueries.after(warehouse, after))
        .limit(page)
        .build();
  }

  private void push(Iterator<Map<String, AttributeValue>> items) {
    if (items.hasNext()) {
      heads.add(new Head(items.next(), items));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public Item next() {
    if (heads.isEmpty()) {
      throw new NoSuchElementException("no more items");
    }
    Head first = heads.peek();
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    while (!heads.isEmpty() && heads.peek().sortKey().equals(first.sortKey())) {
      Head head = heads.poll();
      keys.add(head.key());
      push(head.rest());
    }
    return new Item(LevelItem.of(first.level()).itemId(), keys);
  }
}
