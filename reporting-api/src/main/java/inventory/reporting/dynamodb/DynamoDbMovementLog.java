package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.History;
import inventory.model.movement.PackedRows;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.movements.Movement;
import inventory.reporting.domain.movements.MovementLog;
import inventory.reporting.domain.movements.StreamEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads movements, strongly consistent: the stored ones, and those that only marks have. */
public final class DynamoDbMovementLog implements MovementLog {

  private static final Comparator<MovementItem> NEWEST_FIRST =
      Comparator.comparing((MovementItem item) -> item.movement().position()).reversed();

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbMovementLog(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Iterable<Movement> newestFirst(StockKey key, Range range) {
    QueryRequest query = query(key, range);
    return () -> {
      // Before the history: a mark is removed only when its movement is stored.
      List<MovementItem> marks = marks(key, range);
      Iterator<MovementItem> stored =
          dynamo.queryPaginator(query).items().stream()
              .map(item -> MovementItem.of(key, item))
              .iterator();
      Iterator<MovementItem> all = History.unite(stored, marks, NEWEST_FIRST);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Movement next() {
          return movement(all.next());
        }
      };
    };
  }

  private List<MovementItem> marks(StockKey key, Range range) {
    Map<String, AttributeValue> level =
        dynamo
            .getItem(
                request -> request.tableName(table).key(LevelItem.key(key)).consistentRead(true))
            .item();
    return LevelItem.of(level).marks(key).stream()
        .filter(mark -> range.from().map(from -> mark.position().compareTo(from) >= 0).orElse(true))
        .filter(mark -> range.upTo().map(to -> mark.position().compareTo(to) <= 0).orElse(true))
        .map(mark -> new MovementItem(mark, Optional.empty()))
        .toList();
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

  private static Movement movement(MovementItem item) {
    var stored = item.movement();
    boolean isFile = item.correction().isEmpty() && stored.event().isEmpty();
    return new Movement(
        stored.key().warehouse(),
        stored.position(),
        isFile ? Optional.of(stored.fileId()) : Optional.empty(),
        kind(item),
        stored.total(),
        isFile
            ? new Movement.Lines(stored.firstLine(), stored.lastLine(), stored.rowCount())
            : Movement.Lines.NONE,
        stored.rows().map(rows -> PackedRows.read(rows.packed())).orElseGet(List::of),
        item.correction(),
        stored
            .event()
            .map(
                event ->
                    new StreamEvent(
                        event.id(), event.type(), Position.sequenceNumber(stored.position()))));
  }

  private static Movement.Kind kind(MovementItem item) {
    if (item.correction().isPresent()) {
      return Movement.Kind.CORRECTION;
    }
    return Movement.Kind.valueOf(item.movement().kind().name());
  }
}
