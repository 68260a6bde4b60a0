package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.PackedRows;
import inventory.model.table.Attributes;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.movements.Correction;
import inventory.reporting.domain.movements.Movement;
import inventory.reporting.domain.movements.MovementLog;
import inventory.reporting.domain.movements.StreamEvent;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
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
    return () -> movements(key.warehouse(), query);
  }

  private Iterator<Movement> movements(String warehouse, QueryRequest query) {
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> movement(warehouse, new Attributes(item)))
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

  private static Movement movement(String warehouse, Attributes item) {
    Optional<BigInteger> count = item.optionalWhole(Table.Movement.COUNT);
    List<PackedRows.Row> rows =
        item.bytes(Table.Movement.ROWS).map(PackedRows::read).orElseGet(List::of);
    return new Movement(
        warehouse,
        item.text(Table.SK),
        fileId(item),
        kind(item),
        count.orElseGet(() -> item.whole(Table.Movement.CHANGE)),
        lines(item),
        rows,
        item.optionalText(Table.Movement.CORRECTION).map(reason -> correction(item, reason)),
        item.optionalText(Table.Movement.EVENT_ID).map(id -> event(item, id)));
  }

  /** A correction has the id of its rebuild there, of which there is no file. */
  private static Optional<String> fileId(Attributes item) {
    return item.has(Table.Movement.CORRECTION) || item.has(Table.Movement.EVENT_ID)
        ? Optional.empty()
        : Optional.of(item.text(Table.Movement.FILE_ID));
  }

  private static Movement.Kind kind(Attributes item) {
    if (item.has(Table.Movement.CORRECTION)) {
      return Movement.Kind.CORRECTION;
    }
    return item.has(Table.Movement.COUNT) ? Movement.Kind.COUNT : Movement.Kind.CHANGE;
  }

  private static Correction correction(Attributes item, String reason) {
    return new Correction(
        item.optionalWhole(Table.Movement.CORRECTED_FROM),
        item.optionalWhole(Table.Movement.CORRECTED_TO),
        reason);
  }

  private static StreamEvent event(Attributes item, String id) {
    return new StreamEvent(
        id,
        EventType.valueOf(item.text(Table.Movement.EVENT_TYPE)),
        Position.sequenceNumber(item.text(Table.SK)));
  }

  private static Movement.Lines lines(Attributes item) {
    if (!item.has(Table.Movement.FIRST_LINE)) {
      return Movement.Lines.NONE;
    }
    int first = line(item, Table.Movement.FIRST_LINE);
    return item.has(Table.Movement.ROW_COUNT)
        ? new Movement.Lines(
            first, line(item, Table.Movement.LAST_LINE), line(item, Table.Movement.ROW_COUNT))
        : Movement.Lines.only(first);
  }

  private static int line(Attributes item, String name) {
    return item.optionalInt(name).orElseThrow();
  }
}
