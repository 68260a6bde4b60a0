package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.StockKey;
import inventory.model.table.Attributes;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.items.WarehouseSize;
import inventory.reporting.domain.items.WarehouseUnits;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Reads levels, strongly consistent except in the index. */
public final class DynamoDbStockReports implements StockReports {

  private static final List<String> LEVEL =
      List.of(
          Table.Level.ITEM_ID,
          Table.Level.ITEM_NAME,
          Table.Level.WAREHOUSE,
          Table.Level.STOCK_LEVEL,
          Table.Level.LATEST,
          Table.Level.NAMED,
          Table.Level.REMOVED,
          Table.Level.UPDATED_AT);

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbStockReports(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<WarehouseSize> warehouses() {
    return warehouseNames().stream().map(name -> new WarehouseSize(name, itemsIn(name))).toList();
  }

  @Override
  public List<String> warehouseNames() {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .projectionExpression(Table.Level.WAREHOUSE)
            .expressionAttributeValues(Map.of(":pk", fromS(Keys.WAREHOUSES)))
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> new Attributes(item).text(Table.Level.WAREHOUSE))
        .toList();
  }

  @Override
  public WarehouseUnits unitsOf(String warehouse) {
    QueryRequest query = index(warehouse).projectionExpression(Table.Level.STOCK_LEVEL).build();
    long items = 0;
    BigInteger units = BigInteger.ZERO;
    for (Map<String, AttributeValue> item : dynamo.queryPaginator(query).items()) {
      items++;
      units = units.add(new Attributes(item).whole(Table.Level.STOCK_LEVEL));
    }
    return new WarehouseUnits(items, units);
  }

  private long itemsIn(String warehouse) {
    QueryRequest query = index(warehouse).select(Select.COUNT).build();
    return dynamo.queryPaginator(query).stream().mapToLong(QueryResponse::count).sum();
  }

  @Override
  public boolean knowsWarehouse(String warehouse) {
    Map<String, AttributeValue> key =
        Map.of(Table.PK, fromS(Keys.WAREHOUSES), Table.SK, fromS(Keys.sortable(warehouse)));
    return dynamo
        .getItem(request -> request.tableName(table).key(key).consistentRead(true))
        .hasItem();
  }

  @Override
  public Page<Level, String> itemsOf(
      String warehouse, Optional<BigInteger> greaterThan, int limit, Optional<String> afterItemId) {
    QueryRequest.Builder query = index(warehouse);
    greaterThan.ifPresent(
        units ->
            query
                .filterExpression("stockLevel > :units")
                .expressionAttributeValues(
                    IndexedList.values(
                        Keys.warehouse(warehouse),
                        Map.of(":units", AttributeValue.fromN(units.toString())))));
    afterItemId.ifPresent(itemId -> query.exclusiveStartKey(indexKey(warehouse, itemId)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, item -> level(new Attributes(item)), Level::itemId);
  }

  @Override
  public Iterable<Level> allOf(String warehouse) {
    QueryRequest query = IndexedList.query(table, Keys.warehouse(warehouse), LEVEL).build();
    return () ->
        dynamo.queryPaginator(query).items().stream()
            .map(item -> level(new Attributes(item)))
            .iterator();
  }

  @Override
  public List<Level> levelsOf(String itemId) {
    QueryRequest query = ItemPartition.levels(table, itemId);
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> level(new Attributes(item)))
        .toList();
  }

  @Override
  public List<Level> levelsOf(Collection<StockKey> keys) {
    List<Map<String, AttributeValue>> records =
        keys.stream()
            .distinct()
            .map(key -> ItemPartition.key(key.itemId(), Keys.level(key.warehouse())))
            .toList();
    return new BatchRead(dynamo, table)
        .read(records, LEVEL).stream().map(item -> level(new Attributes(item))).toList();
  }

  private QueryRequest.Builder index(String warehouse) {
    return IndexedList.query(table, Keys.warehouse(warehouse));
  }

  private static Map<String, AttributeValue> indexKey(String warehouse, String itemId) {
    return Map.of(
        Table.PK, fromS(Keys.item(itemId)),
        Table.SK, fromS(Keys.level(warehouse)),
        Table.INDEX_PK, fromS(Keys.warehouse(warehouse)),
        Table.INDEX_SK, fromS(Keys.sortable(itemId)));
  }

  static Level level(Attributes item) {
    return new Level(
        item.text(Table.Level.ITEM_ID),
        item.text(Table.Level.ITEM_NAME),
        item.text(Table.Level.WAREHOUSE),
        item.whole(Table.Level.STOCK_LEVEL),
        item.optionalText(Table.Level.NAMED).orElseGet(() -> item.text(Table.Level.LATEST)),
        item.flag(Table.Level.REMOVED),
        item.text(Table.Level.UPDATED_AT));
  }
}
