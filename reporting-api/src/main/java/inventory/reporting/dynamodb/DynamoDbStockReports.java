package inventory.reporting.dynamodb;

import inventory.model.StockKey;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.WarehouseItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockReports;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads levels, strongly consistent; an item's new level may be missing for moments. */
public final class DynamoDbStockReports implements StockReports {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbStockReports(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean knowsWarehouse(String warehouse) {
    return dynamo
        .getItem(get -> get.tableName(table).key(WarehouseItem.key(warehouse)).consistentRead(true))
        .hasItem();
  }

  @Override
  public Page<Level, String> itemsOf(
      String warehouse, Optional<BigInteger> greaterThan, int limit, Optional<String> afterItemId) {
    QueryRequest.Builder query =
        greaterThan.map(units -> above(warehouse, units)).orElseGet(() -> levels(warehouse));
    afterItemId.ifPresent(itemId -> query.exclusiveStartKey(LevelQueries.after(warehouse, itemId)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, DynamoDbStockReports::level, Level::itemId);
  }

  @Override
  public Iterable<Level> allOf(String warehouse) {
    Projection projection = Projection.of(LevelItem.REPORTED);
    QueryRequest query =
        levels(warehouse)
            .projectionExpression(projection.expression())
            .expressionAttributeNames(projection.names())
            .build();
    return () ->
        dynamo.queryPaginator(query).items().stream().map(DynamoDbStockReports::level).iterator();
  }

  @Override
  public List<Level> levelsOf(String itemId) {
    QueryRequest query = LevelQueries.keysOfItem(table, itemId);
    return read(dynamo.queryPaginator(query).items().stream().toList()).stream()
        .sorted(Comparator.comparing(Level::warehouse))
        .toList();
  }

  @Override
  public List<Level> levelsOf(Collection<StockKey> keys) {
    return read(keys.stream().distinct().map(LevelItem::key).toList());
  }

  private List<Level> read(List<Map<String, AttributeValue>> keys) {
    return new BatchRead(dynamo, table)
        .read(keys, LevelItem.REPORTED).stream().map(DynamoDbStockReports::level).toList();
  }

  private QueryRequest.Builder levels(String warehouse) {
    return LevelQueries.inWarehouse(table, warehouse, Map.of());
  }

  private QueryRequest.Builder above(String warehouse, BigInteger units) {
    return LevelQueries.inWarehouse(
            table, warehouse, Map.of(":units", AttributeValue.fromN(units.toString())))
        .filterExpression(LevelItem.STOCK_LEVEL + " > :units");
  }

  static Level level(Map<String, AttributeValue> item) {
    LevelItem level = LevelItem.of(item);
    return new Level(
        level.itemId(),
        level.itemName(),
        level.warehouse(),
        level.stockLevel(),
        level.named(),
        level.removed(),
        level.updatedAt());
  }
}
