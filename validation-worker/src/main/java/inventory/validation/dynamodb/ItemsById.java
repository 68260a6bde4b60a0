package inventory.validation.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The ids of all items that have a level, each once. The index lists the items of each warehouse by
 * id; the lists are merged. The index may lag: an item that it lacks is new, and the next run
 * checks it.
 */
final class ItemsById implements Iterator<String> {

  /** The largest number of ids in memory, over all warehouses. */
  private static final int MAX_HELD = 20_000;

  private static final int MAX_PAGE = 500;
  private static final int MIN_PAGE = 10;

  private final PriorityQueue<Head> heads = new PriorityQueue<>(ItemsById::inKeyOrder);

  /** The next item of a warehouse. */
  private record Head(String sortKey, String itemId, Iterator<Map<String, AttributeValue>> rest) {}

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
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", text(Keys.warehouse(warehouse)));
    String condition = "gsi1pk = :pk";
    // DynamoDB rejects an empty sort key, also in a condition.
    if (!after.isEmpty()) {
      values.put(":after", text(Keys.sortable(after)));
      condition += " AND gsi1sk > :after";
    }
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.INDEX)
        .keyConditionExpression(condition)
        .projectionExpression("gsi1sk, " + String.join(", ", LevelItem.ID))
        .expressionAttributeValues(values)
        .limit(page)
        .build();
  }

  private void push(Iterator<Map<String, AttributeValue>> items) {
    if (items.hasNext()) {
      Map<String, AttributeValue> item = items.next();
      heads.add(new Head(item.get(Table.INDEX_SK).s(), LevelItem.of(item).itemId(), items));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public String next() {
    if (heads.isEmpty()) {
      throw new NoSuchElementException("no more items");
    }
    Head first = heads.poll();
    push(first.rest());
    while (!heads.isEmpty() && heads.peek().sortKey().equals(first.sortKey())) {
      push(heads.poll().rest());
    }
    return first.itemId();
  }
}
