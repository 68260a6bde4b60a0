package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.FileStatus;
import inventory.model.StockState;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.table.Keys;
import inventory.model.table.WarehouseItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.alerts.LowAndOut;
import inventory.reporting.domain.files.FileCounts;
import inventory.reporting.domain.overview.Counters;
import inventory.reporting.domain.overview.WarehouseCounts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads counters. */
public final class DynamoDbCounters implements Counters {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbCounters(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<WarehouseCounts, String> warehouses(int limit, Optional<String> afterName) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            // A record without a name is of a file that was checked, but changed no level.
            .filterExpression("attribute_exists(" + WarehouseItem.NAME.get(0) + ")")
            .expressionAttributeValues(Map.of(":pk", fromS(Keys.WAREHOUSES)));
    afterName.ifPresent(name -> query.exclusiveStartKey(WarehouseItem.key(name)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, DynamoDbCounters::warehouse, WarehouseCounts::name);
  }

  private static WarehouseCounts warehouse(Map<String, AttributeValue> item) {
    CounterItem counted = CounterItem.of(item);
    return new WarehouseCounts(
        WarehouseItem.of(item).name().orElseThrow(),
        counted.count(CounterItem.ITEMS),
        counted.units(),
        alerts(counted, CounterItem::open),
        counted.lastFileAt());
  }

  private static LowAndOut alerts(CounterItem counted, Function<StockState, String> name) {
    return new LowAndOut(
        counted.count(name.apply(StockState.LOW)), counted.count(name.apply(StockState.OUT)));
  }

  @Override
  public Everything everything() {
    CounterItem counted = read(new Counter.OfEverything());
    return new Everything(
        counted.countedAt(),
        counted.count(CounterItem.WAREHOUSES),
        counted.count(CounterItem.ITEMS),
        counted.units(),
        alerts(counted, CounterItem::open),
        alerts(counted, CounterItem::openTotal));
  }

  @Override
  public Day filesOf(LocalDate day) {
    CounterItem counted = read(new Counter.OfDay(day));
    Map<FileStatus, Long> byStatus = new EnumMap<>(FileStatus.class);
    for (FileStatus status : FileStatus.values()) {
      byStatus.put(status, counted.count(CounterItem.files(status)));
    }
    return new Day(
        counted.countedAt(),
        new FileCounts(
            byStatus,
            counted.count(CounterItem.ROWS_APPLIED),
            counted.count(CounterItem.ROWS_REJECTED)));
  }

  private CounterItem read(Counter counter) {
    return CounterItem.of(
        dynamo.getItem(get -> get.tableName(table).key(CounterItem.key(counter))).item());
  }
}
