package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.PackedRows;
import inventory.model.table.Keys;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.movements.Movement;
import inventory.reporting.domain.movements.MovementLog;
import inventory.reporting.domain.movements.StreamEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads movements, strongly consistent. */
public final class DynamoDbMovementLog implements MovementLog {

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
    return () ->
        dynamo.queryPaginator(query).items().stream()
            .map(item -> movement(MovementItem.of(key, item)))
            .iterator();
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
