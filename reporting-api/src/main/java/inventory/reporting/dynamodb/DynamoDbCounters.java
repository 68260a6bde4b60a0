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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads counters. */
public final class DynamoDbCounters implements Counters {

  /** Behind every character of a name. */
  private static final String GREATEST = Character.toString(Character.MAX_CODE_POINT);

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbCounters(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<WarehouseCounts, String> warehouses(
      String prefix, int limit, Optional<String> afterName) {
    // A spelling before the last name's is read to its end.
    List<String> spellings =
        Spellings.of(prefix).stream()
            .filter(one -> afterName.stream().noneMatch(last -> Spellings.isBehind(one, last)))
            .toList();
    for (int i = 0; i < spellings.size(); i++) {
      String spelling = spellings.get(i);
      Page<WarehouseCounts, String> page =
          beginningWith(spelling, limit, afterName.filter(last -> last.startsWith(spelling)));
      if (page.next().isPresent()) {
        return page;
      } else if (!page.entries().isEmpty()) {
        return followedBy(spellings.subList(i + 1, spellings.size()), page);
      }
    }
    return new Page<>(List.of(), Optional.empty());
  }

  /** A page has one spelling, so that its names follow each other in the table. */
  private Page<WarehouseCounts, String> followedBy(
      List<String> spellings, Page<WarehouseCounts, String> page) {
    boolean isLast =
        spellings.stream()
            .allMatch(one -> beginningWith(one, 1, Optional.empty()).entries().isEmpty());
    String last = page.entries().get(page.entries().size() - 1).name();
    return new Page<>(page.entries(), isLast ? Optional.empty() : Optional.of(last));
  }

  private Page<WarehouseCounts, String> beginningWith(
      String spelling, int limit, Optional<String> after) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", fromS(Keys.WAREHOUSES)));
    if (!spelling.isEmpty()) {
      // Some stores ignore case in begins_with.
      String first = Keys.sortable(spelling);
      values.putAll(Map.of(":first", fromS(first), ":last", fromS(first + GREATEST)));
    }
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(
                spelling.isEmpty() ? "pk = :pk" : "pk = :pk and sk between :first and :last")
            // A record without a name is of a file that was checked, but changed no level.
            .filterExpression("attribute_exists(" + WarehouseItem.NAME.get(0) + ")")
            .expressionAttributeValues(values);
    after.ifPresent(name -> query.exclusiveStartKey(WarehouseItem.key(name)));
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
        counted.changes(),
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
