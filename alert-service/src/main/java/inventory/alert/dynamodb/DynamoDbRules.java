package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.text;

import inventory.alert.domain.Rules;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.table.AlertItem;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The rules in an item of their own, and all stock in the table. */
public final class DynamoDbRules implements Rules {

  private static final int PAGE = 500;

  private static final Map<String, AttributeValue> KEY = key(Keys.RULES, Keys.ONLY);

  // Sorts before every name.
  private static final String FIRST = "\u0000";

  private static final String RULES = "appliedRules";
  private static final String CHECKING = "checking";
  private static final String WAREHOUSE = "warehouse";
  private static final String ITEM_ID = "itemId";

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads and writes a table. */
  public DynamoDbRules(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Optional<Progress> find() {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(g -> g.tableName(table).key(KEY).consistentRead(true)).item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Attributes attributes = new Attributes(item);
    Optional<Place> place =
        attributes.flag(CHECKING)
            ? Optional.of(
                new Place(attributes.optionalText(WAREHOUSE), attributes.optionalText(ITEM_ID)))
            : Optional.empty();
    return Optional.of(new Progress(attributes.text(RULES), place));
  }

  @Override
  public boolean save(Optional<Progress> before, Progress after) {
    try {
      dynamoDb.putItem(
          p -> {
            p.tableName(table).item(item(after));
            if (before.isEmpty()) {
              p.conditionExpression("attribute_not_exists(" + RULES + ")");
            } else {
              Map<String, AttributeValue> values = new HashMap<>();
              p.conditionExpression(
                      is(RULES, Optional.of(text(before.get().rules())), values)
                          + " AND "
                          + is(WAREHOUSE, place(before.get(), Place::warehouse), values)
                          + " AND "
                          + is(ITEM_ID, place(before.get(), Place::itemId), values))
                  .expressionAttributeValues(values);
            }
          });
      return true;
    } catch (ConditionalCheckFailedException e) {
      // An outcome of the port: another process wrote first.
      return false;
    }
  }

  private static Map<String, AttributeValue> item(Progress progress) {
    ItemBuilder item =
        new ItemBuilder(KEY)
            .text(RULES, progress.rules())
            .text(WAREHOUSE, progress.place().flatMap(Place::warehouse))
            .text(ITEM_ID, progress.place().flatMap(Place::itemId));
    return progress.place().isPresent()
        ? item.put(CHECKING, AttributeValue.fromBool(true)).build()
        : item.build();
  }

  private static Optional<AttributeValue> place(
      Progress progress, Function<Place, Optional<String>> part) {
    return progress.place().flatMap(part).map(value -> text(value));
  }

  /** The condition that an attribute has a value, or that it is absent. */
  private static String is(
      String attribute, Optional<AttributeValue> value, Map<String, AttributeValue> values) {
    if (value.isEmpty()) {
      return "attribute_not_exists(" + attribute + ")";
    }
    values.put(":" + attribute, value.get());
    return attribute + " = :" + attribute;
  }

  @Override
  public Page levels(Place place) {
    Optional<String> warehouse = place.warehouse().or(() -> warehouseAfter(FIRST));
    if (warehouse.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    String name = warehouse.get();
    QueryRequest.Builder query = LevelQueries.inWarehouse(table, name, Map.of()).limit(PAGE);
    place.itemId().ifPresent(itemId -> query.exclusiveStartKey(LevelQueries.after(name, itemId)));
    QueryResponse found = dynamoDb.query(query.build());
    List<StockKey> keys =
        found.items().stream().map(item -> LevelItem.of(item).stockKey()).toList();
    return new Page(keys, found.hasLastEvaluatedKey() ? next(keys) : nextWarehouse(name));
  }

  private static Optional<Place> next(List<StockKey> keys) {
    StockKey last = keys.get(keys.size() - 1);
    return Optional.of(new Place(Optional.of(last.warehouse()), Optional.of(last.itemId())));
  }

  private Optional<Place> nextWarehouse(String name) {
    return warehouseAfter(Keys.sortable(name))
        .map(next -> new Place(Optional.of(next), Optional.empty()));
  }

  private Optional<String> warehouseAfter(String sortable) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(Table.PK + " = :pk AND " + Table.SK + " > :after")
            .expressionAttributeValues(
                Map.of(
                    ":pk", text(Keys.WAREHOUSES),
                    ":after", text(sortable)))
            .build();
    return dynamoDb.queryPaginator(query).items().stream()
        .map(item -> WarehouseItem.of(item).name())
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public boolean isFirst(StockKey key) {
    QueryRequest query = LevelQueries.keysOfItem(table, key.itemId()).toBuilder().limit(1).build();
    List<Map<String, AttributeValue>> first = dynamoDb.query(query).items();
    return first.isEmpty() || first.get(0).equals(LevelItem.key(key));
  }

  @Override
  public Stream<AlertId> openAlerts() {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Table.INDEX)
            .keyConditionExpression(Table.INDEX_PK + " = :pk")
            .expressionAttributeValues(Map.of(":pk", text(Keys.OPEN_ALERTS)))
            .build();
    return dynamoDb.queryPaginator(query).items().stream().map(AlertItem::alertOf);
  }
}
