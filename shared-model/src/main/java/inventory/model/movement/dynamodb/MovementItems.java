package inventory.model.movement.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Movements as items of the table; {@code docs/table-design.md} explains their attributes. */
public final class MovementItems {

  private MovementItems() {}

  /** The key of a movement at a position. */
  public static Map<String, AttributeValue> key(StockKey key, String position) {
    return Map.of(Table.PK, text(Keys.movements(key)), Table.SK, text(position));
  }

  /** The item of a movement, keys included. */
  public static Map<String, AttributeValue> toItem(Movement movement) {
    Map<String, AttributeValue> item = new HashMap<>(key(movement.key(), movement.position()));
    item.put(totalOf(movement.kind()), number(movement.total()));
    if (!movement.itemName().isEmpty()) {
      item.put(Table.Movement.ITEM_NAME, text(movement.itemName()));
    }
    movement.event().ifPresentOrElse(event -> putEvent(event, item), () -> putFile(movement, item));
    return item;
  }

  private static void putEvent(Movement.Event event, Map<String, AttributeValue> item) {
    item.put(Table.Movement.EVENT_ID, text(event.id()));
    item.put(Table.Movement.EVENT_TYPE, text(event.type().name()));
  }

  private static void putFile(Movement movement, Map<String, AttributeValue> item) {
    item.put(Table.Movement.FILE_ID, text(movement.fileId()));
    item.put(Table.Movement.FIRST_LINE, number(movement.firstLine()));
    if (movement.rowCount() > 1) {
      item.put(Table.Movement.LAST_LINE, number(movement.lastLine()));
      item.put(Table.Movement.ROW_COUNT, number(movement.rowCount()));
      item.put(Table.Movement.FIRST_TIME, text(Position.time(movement.firstTime())));
      movement
          .rows()
          .map(rows -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(rows.packed())))
          .ifPresent(rows -> item.put(Table.Movement.ROWS, rows));
    }
  }

  /**
   * The movement of an item.
   *
   * @param key the item and warehouse whose partition it was found in
   */
  public static Movement fromItem(StockKey key, Map<String, AttributeValue> item) {
    String position = item.get(Table.SK).s();
    Instant lastTime = Position.instant(position);
    Kind kind = item.containsKey(Table.Movement.COUNT) ? Kind.COUNT : Kind.CHANGE;
    Optional<Movement.Event> event = event(item);
    int firstLine = integer(item, Table.Movement.FIRST_LINE).orElse(0);
    return new Movement(
        key,
        text(item, Table.Movement.ITEM_NAME).orElse(""),
        kind,
        event.isPresent() ? "" : item.get(Table.Movement.FILE_ID).s(),
        Position.source(position),
        text(item, Table.Movement.FIRST_TIME).map(Position::instant).orElse(lastTime),
        lastTime,
        number(item, totalOf(kind)).orElseThrow(),
        integer(item, Table.Movement.ROW_COUNT).orElse(1),
        firstLine,
        integer(item, Table.Movement.LAST_LINE).orElse(firstLine),
        Optional.ofNullable(item.get(Table.Movement.ROWS))
            .map(rows -> new Movement.Rows(rows.b().asByteArrayUnsafe())),
        event);
  }

  private static Optional<Movement.Event> event(Map<String, AttributeValue> item) {
    return text(item, Table.Movement.EVENT_ID)
        .map(
            id ->
                new Movement.Event(id, EventType.valueOf(item.get(Table.Movement.EVENT_TYPE).s())));
  }

  private static String totalOf(Kind kind) {
    return kind == Kind.COUNT ? Table.Movement.COUNT : Table.Movement.CHANGE;
  }

  private static Optional<Integer> integer(Map<String, AttributeValue> item, String name) {
    return number(item, name).map(BigInteger::intValueExact);
  }
}
