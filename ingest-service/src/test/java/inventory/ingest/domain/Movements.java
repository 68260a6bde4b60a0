package inventory.ingest.domain;

import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.Origin;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Movements for tests: valid, with only what matters said. */
public final class Movements {

  /** The item of all movements that do not say another. */
  public static final StockKey KEY = new StockKey("Berlin", "a1");

  private Movements() {}

  /** A row's time and its units. */
  public record Fact(String time, long units) {}

  /** A change by a file of its own. */
  public static Movement change(String source, String time, long units) {
    return changes(source, new Fact(time, units));
  }

  /** Changes that one file brings. */
  public static Movement changes(String source, Fact... facts) {
    return build(KEY, Kind.CHANGE, source, List.of(facts));
  }

  /** A count by a file of its own. */
  public static Movement count(String source, String time, long units) {
    return build(KEY, Kind.COUNT, source, List.of(new Fact(time, units)));
  }

  /** A movement of any item. */
  public static Movement build(StockKey key, Kind kind, String source, List<Fact> facts) {
    MovementBuilder builder = null;
    int line = 2;
    for (Fact fact : facts) {
      Row row = new Row(line++, key, "name by " + source, Instant.parse(fact.time()), fact.units());
      if (builder == null) {
        builder = new MovementBuilder(row);
      } else {
        builder.add(row);
      }
    }
    return builder.build(key, new Origin(kind, "file-" + source, source));
  }

  /** An event, with a name but for changes. */
  public static Movement event(
      String id, EventType type, long sequenceNumber, String time, long units) {
    return event(KEY, id, type, sequenceNumber, time, units);
  }

  /** An event of any item. */
  public static Movement event(
      StockKey key, String id, EventType type, long sequenceNumber, String time, long units) {
    return Movement.of(
        new Movement.Event(id, type),
        key,
        type.isListing() ? "name by " + id : "",
        type.isCount() ? Kind.COUNT : Kind.CHANGE,
        Long.toString(sequenceNumber),
        Instant.parse(time),
        BigInteger.valueOf(units));
  }

  /** The same movement without its rows, as if they had been too many to keep. */
  public static Movement withoutRows(Movement movement) {
    return copy(movement, movement.key(), movement.fileId(), Optional.empty());
  }

  /** The same movement of another item. */
  public static Movement of(StockKey key, Movement movement) {
    return copy(movement, key, movement.fileId(), movement.rows());
  }

  /** The same movement by another file. */
  public static Movement by(Upload upload, Movement movement) {
    return copy(movement, movement.key(), upload.fileId(), movement.rows());
  }

  private static Movement copy(
      Movement movement, StockKey key, String fileId, Optional<Movement.Rows> rows) {
    return new Movement(
        key,
        movement.itemName(),
        movement.kind(),
        fileId,
        movement.source(),
        movement.firstTime(),
        movement.lastTime(),
        movement.total(),
        movement.rowCount(),
        movement.firstLine(),
        movement.lastLine(),
        rows,
        movement.event(),
        movement.recordedAt());
  }
}
