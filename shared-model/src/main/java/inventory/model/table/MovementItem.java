package inventory.model.table;

import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A movement.
 *
 * @param movement the movement
 * @param correction the correction that it records, if it is one
 */
public record MovementItem(Movement movement, Optional<Correction> correction) {

  /** The event's id: only movements of events have one, for filters. */
  public static final String EVENT_ID = "eventId";

  private static final int MAX_MARKED_ROWS_BYTES = 128;

  private static final String EVENT_TYPE = "eventType";
  // The id of the file; of a correction its source; absent of an event.
  private static final String FILE_ID = "fileId";
  private static final String ITEM_NAME = "itemName";
  // One of the two: the sum of the changes, or the count.
  private static final String CHANGE = "change";
  private static final String COUNT = "count";
  private static final String FIRST_LINE = "firstLine";
  // These are absent of a movement of one row.
  private static final String LAST_LINE = "lastLine";
  private static final String ROW_COUNT = "rowCount";
  private static final String FIRST_TIME = "firstTime";
  // Absent, too, where the rows are too many for the item.
  private static final String ROWS = "rows";
  // When the level first had it.
  private static final String RECORDED_AT = "recordedAt";
  private static final String CORRECTION = "correction";
  private static final String CORRECTED_FROM = "correctedFrom";
  private static final String CORRECTED_TO = "correctedTo";

  /**
   * A correction of a level.
   *
   * @param from units before; empty where there was no level
   * @param to units after; empty where the level was removed
   * @param reason why, for people
   */
  public record Correction(Optional<BigInteger> from, Optional<BigInteger> to, String reason) {}

  /** The key of a movement at a position. */
  public static Map<String, AttributeValue> key(StockKey key, String position) {
    return Values.key(Keys.movements(key), position);
  }

  /**
   * The movement of an item of the table.
   *
   * @param key the item and warehouse in whose partition it was found
   */
  public static MovementItem of(StockKey key, Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new MovementItem(movement(key, attributes), correction(attributes));
  }

  private static Movement movement(StockKey key, Attributes item) {
    String position = item.text(Table.SK);
    Instant lastTime = Position.instant(position);
    Kind kind = item.has(COUNT) ? Kind.COUNT : Kind.CHANGE;
    Optional<Movement.Event> event =
        item.optionalText(EVENT_ID)
            .map(id -> new Movement.Event(id, EventType.valueOf(item.text(EVENT_TYPE))));
    int firstLine = item.optionalInt(FIRST_LINE).orElse(0);
    return new Movement(
        key,
        item.optionalText(ITEM_NAME).orElse(""),
        kind,
        event.isPresent() ? "" : item.text(FILE_ID),
        Position.source(position),
        item.optionalText(FIRST_TIME).map(Position::instant).orElse(lastTime),
        lastTime,
        item.whole(totalOf(kind)),
        item.optionalInt(ROW_COUNT).orElse(1),
        firstLine,
        item.optionalInt(LAST_LINE).orElse(firstLine),
        item.bytes(ROWS).map(Movement.Rows::new),
        event,
        item.optionalText(RECORDED_AT).map(Instant::parse));
  }

  private static Optional<Correction> correction(Attributes item) {
    return item.optionalText(CORRECTION)
        .map(
            reason ->
                new Correction(
                    item.optionalWhole(CORRECTED_FROM), item.optionalWhole(CORRECTED_TO), reason));
  }

  private static String totalOf(Kind kind) {
    return kind == Kind.COUNT ? COUNT : CHANGE;
  }

  /** The item of a movement that is not a correction. */
  public static Map<String, AttributeValue> toItem(Movement movement) {
    ItemBuilder item =
        new ItemBuilder(key(movement.key(), movement.position()))
            .number(totalOf(movement.kind()), movement.total())
            .textUnlessEmpty(ITEM_NAME, movement.itemName())
            .text(RECORDED_AT, movement.recordedAt().map(Instant::toString));
    movement.event().ifPresentOrElse(event -> putEvent(event, item), () -> putFile(movement, item));
    return item.build();
  }

  /**
   * The movement inside of its level, see {@link LevelItem#marks}: its item without the partition
   * key, and without the rows if they take more than {@value #MAX_MARKED_ROWS_BYTES} bytes, because
   * each KB of a level is billed again with each of its writes.
   */
  static Map<String, AttributeValue> toMark(Movement movement) {
    Map<String, AttributeValue> mark = toItem(movement);
    mark.remove(Table.PK);
    if (movement.rows().filter(rows -> rows.packed().length > MAX_MARKED_ROWS_BYTES).isPresent()) {
      mark.remove(ROWS);
    }
    return mark;
  }

  /** Whether a mark or an item is the movement of a file. */
  static boolean isOfFile(Map<String, AttributeValue> item) {
    return item.containsKey(FILE_ID);
  }

  private static void putEvent(Movement.Event event, ItemBuilder item) {
    item.text(EVENT_ID, event.id()).text(EVENT_TYPE, event.type().name());
  }

  private static void putFile(Movement movement, ItemBuilder item) {
    item.text(FILE_ID, movement.fileId()).number(FIRST_LINE, movement.firstLine());
    if (movement.rowCount() > 1) {
      item.number(LAST_LINE, movement.lastLine())
          .number(ROW_COUNT, movement.rowCount())
          .text(FIRST_TIME, Position.time(movement.firstTime()));
      movement
          .rows()
          .map(rows -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(rows.packed())))
          .ifPresent(rows -> item.put(ROWS, rows));
    }
  }

  /**
   * The item of a correction: a change of 0.
   *
   * @param source the rebuild that made it, with {@link Movement#CORRECTION_PREFIX}
   * @param itemName the item's name, or its id
   */
  public static Map<String, AttributeValue> toItem(
      StockKey key, String itemName, String source, Instant at, Correction correction) {
    return new ItemBuilder(key(key, Position.of(at, source)))
        .text(FILE_ID, source)
        .text(ITEM_NAME, itemName)
        .number(CHANGE, 0)
        .text(CORRECTION, correction.reason())
        .number(CORRECTED_FROM, correction.from())
        .number(CORRECTED_TO, correction.to())
        .build();
  }
}
