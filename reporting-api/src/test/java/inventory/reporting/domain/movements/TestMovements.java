package inventory.reporting.domain.movements;

import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.Origin;
import inventory.model.movement.PackedRows;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Movements for tests. */
final class TestMovements {

  private TestMovements() {}

  /** The changes of a file. */
  static Movement ofRows(StockKey key, String source, List<PackedRows.Row> rows) {
    return build(key, Kind.CHANGE, source, rows);
  }

  /** One change. */
  static Movement change(StockKey key, String source, Instant time, long units) {
    return ofRows(key, source, List.of(new PackedRows.Row(2, time, units)));
  }

  /** One count. */
  static Movement count(StockKey key, String source, Instant time, long units) {
    return build(key, Kind.COUNT, source, List.of(new PackedRows.Row(2, time, units)));
  }

  /** An event: a removal if it is a count. */
  static Movement event(StockKey key, long sequenceNumber, Kind kind, Instant time, long units) {
    return Movement.of(
        new Movement.Event(
            "event " + sequenceNumber,
            kind == Kind.COUNT ? EventType.PRODUCT_REMOVED : EventType.QUANTITY_CHANGED),
        key,
        "",
        kind,
        Long.toString(sequenceNumber),
        time,
        BigInteger.valueOf(units));
  }

  /** The movement as the table has it if its rows are too many. */
  static Movement withoutRows(Movement movement) {
    return new Movement(
        movement.key(),
        movement.itemName(),
        movement.kind(),
        movement.fileId(),
        movement.source(),
        movement.firstTime(),
        movement.lastTime(),
        movement.total(),
        movement.rowCount(),
        movement.firstLine(),
        movement.lastLine(),
        Optional.empty(),
        movement.event(),
        movement.recordedAt());
  }

  /** A movement for each of its rows. */
  static Stream<Movement> rows(Movement movement) {
    if (movement.rowCount() == 1) {
      return Stream.of(movement);
    }
    return PackedRows.read(movement.rows().orElseThrow().packed()).stream()
        .map(row -> ofRows(movement.key(), movement.source(), List.of(row)))
        .map(row -> row.recorded(movement.recordedAt()));
  }

  private static Movement build(StockKey key, Kind kind, String source, List<PackedRows.Row> rows) {
    MovementBuilder builder = null;
    for (PackedRows.Row each : rows) {
      Row row = new Row(each.line(), key, "name", each.time(), each.change());
      if (builder == null) {
        builder = new MovementBuilder(row);
      } else {
        builder.add(row);
      }
    }
    return builder.build(key, new Origin(kind, source, source));
  }
}
