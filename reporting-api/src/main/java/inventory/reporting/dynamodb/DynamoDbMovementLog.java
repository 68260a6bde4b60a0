package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.History;
import inventory.model.table.ClosingItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.movements.LevelState;
import inventory.reporting.domain.movements.MovementLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads movements, strongly consistent: the stored ones, and those that only marks have. */
public final class DynamoDbMovementLog implements MovementLog {

  private static final Comparator<MovementItem> NEWEST_FIRST =
      Comparator.comparing((MovementItem item) -> item.movement().position()).reversed();

  // 4 KB, one read unit, have about 16.
  private static final int CLOSINGS_AT_ONCE = 16;
  private static final int MOVEMENTS_AT_ONCE = 100;

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbMovementLog(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<StockKey, LevelState> levels(Collection<StockKey> keys) {
    return read(keys.stream().distinct().map(LevelItem::key).toList());
  }

  @Override
  public Page<ListedLevel, String> levelsIn(
      String warehouse, int limit, Optional<String> afterItemId) {
    QueryRequest.Builder query = LevelQueries.inWarehouse(table, warehouse, Map.of());
    afterItemId.ifPresent(itemId -> query.exclusiveStartKey(LevelQueries.after(warehouse, itemId)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, DynamoDbMovementLog::listed, there -> there.level().itemId());
  }

  @Override
  public List<ListedLevel> levelsOf(String itemId) {
    QueryRequest query = LevelQueries.keysOfItem(table, itemId);
    List<Map<String, AttributeValue>> keys = dynamo.queryPaginator(query).items().stream().toList();
    return new BatchRead(dynamo, table)
        .read(keys, List.of()).stream()
            .map(DynamoDbMovementLog::listed)
            .sorted(Comparator.comparing(there -> there.level().warehouse()))
            .toList();
  }

  private static ListedLevel listed(Map<String, AttributeValue> item) {
    return new ListedLevel(DynamoDbStockReports.level(item), state(LevelItem.of(item)));
  }

  @Override
  public Iterable<Closing> closings(
      StockKey key, LocalDate first, LocalDate last, boolean isAscending) {
    QueryRequest query =
        ClosingItem.between(table, key, first, last, isAscending).limit(CLOSINGS_AT_ONCE).build();
    return () ->
        dynamo.queryPaginator(query).items().stream()
            .map(item -> ClosingItem.of(key, item).closing())
            .iterator();
  }

  @Override
  public Iterable<MovementItem> oldestFirst(
      StockKey key, String after, Collection<MovementItem> marks) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .limit(MOVEMENTS_AT_ONCE)
            .keyConditionExpression("pk = :pk and sk > :after")
            .expressionAttributeValues(
                Map.of(":pk", fromS(Keys.movements(key)), ":after", fromS(after)))
            .build();
    List<MovementItem> later =
        marks.stream().filter(mark -> mark.movement().position().compareTo(after) > 0).toList();
    return () -> History.unite(items(key, query), later, NEWEST_FIRST.reversed());
  }

  private Iterator<MovementItem> items(StockKey key, QueryRequest query) {
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> MovementItem.of(key, item))
        .iterator();
  }

  private Map<StockKey, LevelState> read(List<Map<String, AttributeValue>> keys) {
    Map<StockKey, LevelState> levels = new TreeMap<>();
    for (Map<String, AttributeValue> item : new BatchRead(dynamo, table).read(keys, List.of())) {
      LevelItem level = LevelItem.of(item);
      levels.put(level.stockKey(), state(level));
    }
    return levels;
  }

  private static LevelState state(LevelItem level) {
    List<MovementItem> marks =
        level.marks(level.stockKey()).stream()
            .map(mark -> new MovementItem(mark, Optional.empty()))
            .toList();
    return new LevelState(
        level.stockLevel(),
        level.level().latest(),
        level.revision(),
        Instant.parse(level.updatedAt()),
        level.proof().map(proof -> Position.instant(proof.through())),
        level.late().map(Position::instant),
        marks);
  }

  @Override
  public Iterable<MovementItem> newestFirst(
      StockKey key, Range range, Collection<MovementItem> marks) {
    QueryRequest query = query(key, range);
    List<MovementItem> inRange = marks.stream().filter(range::has).toList();
    return () -> History.unite(items(key, query), inRange, NEWEST_FIRST);
  }

  private QueryRequest query(StockKey key, Range range) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", fromS(Keys.movements(key)));
    range.from().ifPresent(from -> values.put(":from", fromS(from)));
    range.upTo().ifPresent(upTo -> values.put(":upTo", fromS(upTo)));
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .scanIndexForward(false)
        .limit(range.expected())
        .keyConditionExpression("pk = :pk" + condition(range))
        .expressionAttributeValues(values)
        .build();
  }

  private static String condition(Range range) {
    if (range.from().isPresent()) {
      return range.upTo().isPresent() ? " and sk between :from and :upTo" : " and sk >= :from";
    }
    return range.upTo().isPresent() ? " and sk <= :upTo" : "";
  }
}
