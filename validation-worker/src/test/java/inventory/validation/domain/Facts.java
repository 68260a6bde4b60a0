package inventory.validation.domain;

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

/** Movements as ingest-service makes them. */
public final class Facts {

  private Facts() {}

  /** What the rows of a file state; the file's key is its id. */
  public static Movement file(
      StockKey key, Kind kind, String fileId, String itemName, List<PackedRows.Row> rows) {
    MovementBuilder builder = null;
    for (PackedRows.Row fact : rows) {
      Row row = new Row(fact.line(), key, itemName, fact.time(), fact.change());
      if (builder == null) {
        builder = new MovementBuilder(row);
      } else {
        builder.add(row);
      }
    }
    return builder.build(key, new Origin(kind, fileId, fileId));
  }

  /** A file with one change. */
  public static Movement change(
      StockKey key, String fileId, String itemName, int line, Instant time, long units) {
    return file(key, Kind.CHANGE, fileId, itemName, List.of(new PackedRows.Row(line, time, units)));
  }

  /** A file with one count. */
  public static Movement count(StockKey key, String fileId, Instant time, long units) {
    return file(key, Kind.COUNT, fileId, key.itemId(), List.of(new PackedRows.Row(2, time, units)));
  }

  /** An event; a removal is a count of 0. */
  public static Movement event(
      StockKey key, EventType type, int sequence, Instant time, String itemName, long units) {
    return Movement.of(
        new Movement.Event("event " + sequence, type),
        key,
        itemName,
        type == EventType.PRODUCT_REMOVED ? Kind.COUNT : Kind.CHANGE,
        Integer.toString(sequence),
        time,
        BigInteger.valueOf(units));
  }
}
