package inventory.reporting;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.PackedRows;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts the facts that ingest-service would put; what a test does not say has a good default. */
final class StoredFacts {

  static final Instant TIME = Instant.parse("2026-02-15T11:00:00Z");

  /** DynamoDB takes no more puts in one request. */
  private static final int BATCH = 25;

  private final DynamoDbClient dynamo;
  private final String table;

  StoredFacts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  void warehouse(String name) {
    put(
        Map.of(
            Table.PK, fromS(Keys.WAREHOUSES),
            Table.SK, fromS(Keys.sortable(name)),
            Table.Level.WAREHOUSE, fromS(name)));
  }

  void level(String warehouse, String itemId, String units) {
    level(warehouse, itemId, "Name of " + itemId, units, TIME);
  }

  /** The id of one of the items of {@link #levels}. */
  static String itemId(int number) {
    return "item-%06d".formatted(number);
  }

  /** Many levels of one warehouse, in no order of their units. */
  void levels(String warehouse, int count) {
    warehouse(warehouse);
    for (int from = 0; from < count; from += BATCH) {
      List<WriteRequest> puts =
          IntStream.range(from, Math.min(from + BATCH, count))
              .mapToObj(
                  i -> levelItem(warehouse, itemId(i), "n" + i, Integer.toString(i * 7 % 5), TIME))
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      dynamo.batchWriteItem(request -> request.requestItems(Map.of(table, puts)));
    }
  }

  void level(String warehouse, String itemId, String itemName, String units, Instant latest) {
    warehouse(warehouse);
    put(levelItem(warehouse, itemId, itemName, units, latest));
  }

  private static Map<String, AttributeValue> levelItem(
      String warehouse, String itemId, String itemName, String units, Instant latest) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.item(itemId)));
    item.put(Table.SK, fromS(Keys.level(warehouse)));
    item.put(Table.INDEX_PK, fromS(Keys.warehouse(warehouse)));
    item.put(Table.INDEX_SK, fromS(Keys.sortable(itemId)));
    item.put(Table.Level.ITEM_ID, fromS(itemId));
    item.put(Table.Level.WAREHOUSE, fromS(warehouse));
    item.put(Table.Level.ITEM_NAME, fromS(itemName));
    item.put(Table.Level.STOCK_LEVEL, fromN(units));
    item.put(Table.Level.LATEST, fromS(Position.of(latest, "0123456789abcdef")));
    item.put(Table.Level.REVISION, fromN("1"));
    item.put(Table.Level.UPDATED_AT, fromS("2026-02-15T11:00:07.123Z"));
    return item;
  }

  /** A level of an item that only events moved which do not name it. */
  void namelessLevel(String warehouse, String itemId, String units, Instant latest) {
    level(warehouse, itemId, itemId, units, latest);
    set(Keys.item(itemId), Keys.level(warehouse), Table.Level.NAMED, fromS(Position.NONE));
  }

  /** A level of an item that is off the list. */
  void removedLevel(String warehouse, String itemId, String units) {
    level(warehouse, itemId, units);
    set(Keys.item(itemId), Keys.level(warehouse), Table.Level.REMOVED, fromBool(true));
  }

  /** The item's threshold in all warehouses. */
  void threshold(String itemId, long restockIfBelow) {
    put(threshold(itemId, Optional.empty(), restockIfBelow));
  }

  /** The item's threshold in one warehouse. */
  void threshold(String warehouse, String itemId, long restockIfBelow) {
    Map<String, AttributeValue> item = threshold(itemId, Optional.of(warehouse), restockIfBelow);
    item.put(Table.Threshold.WAREHOUSE, fromS(warehouse));
    put(item);
  }

  private static Map<String, AttributeValue> threshold(
      String itemId, Optional<String> warehouse, long restockIfBelow) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.item(itemId)));
    item.put(Table.SK, fromS(Keys.threshold(warehouse)));
    item.put(Table.INDEX_PK, fromS(Keys.THRESHOLDS));
    item.put(Table.INDEX_SK, fromS(Keys.sortable(itemId)));
    item.put(Table.Threshold.ITEM_ID, fromS(itemId));
    item.put(Table.Threshold.RESTOCK_IF_BELOW, fromN(Long.toString(restockIfBelow)));
    item.put(Table.Threshold.SET_AT, fromS("2026-02-15#" + Position.time(TIME) + "#file"));
    item.put(Table.Threshold.FILE_ID, fromS("file"));
    return item;
  }

  void change(StockKey key, Instant time, String source, String fileId, long change, int line) {
    Map<String, AttributeValue> item = movement(key, time, source, fileId, line);
    item.put(Table.Movement.CHANGE, fromN(Long.toString(change)));
    put(item);
  }

  void count(StockKey key, Instant time, String source, String fileId, long count, int line) {
    Map<String, AttributeValue> item = movement(key, time, source, fileId, line);
    item.put(Table.Movement.COUNT, fromN(Long.toString(count)));
    put(item);
  }

  /** What an event of the stream says. */
  void event(
      StockKey key, Instant time, String sequence, EventType type, String attribute, long n) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.movements(key)));
    item.put(Table.SK, fromS(Position.of(time, Position.streamSource(sequence))));
    item.put(attribute, fromN(Long.toString(n)));
    item.put(Table.Movement.EVENT_ID, fromS("event of " + sequence));
    item.put(Table.Movement.EVENT_TYPE, fromS(type.name()));
    put(item);
  }

  /** What a rebuild says of a level that it set right. */
  void correction(StockKey key, Instant time, Optional<Long> from, Optional<Long> to) {
    Map<String, AttributeValue> item = movement(key, time, "rebuild-1", "rebuild-1", 0);
    item.remove(Table.Movement.FIRST_LINE);
    item.put(Table.Movement.CHANGE, fromN("0"));
    item.put(Table.Movement.CORRECTION, fromS("it was wrong"));
    from.ifPresent(units -> item.put(Table.Movement.CORRECTED_FROM, fromN(units.toString())));
    to.ifPresent(units -> item.put(Table.Movement.CORRECTED_TO, fromN(units.toString())));
    put(item);
  }

  void changes(StockKey key, String source, String fileId, List<PackedRows.Row> rows) {
    PackedRows packed = new PackedRows();
    rows.forEach(packed::add);
    Map<String, AttributeValue> item = severalRows(key, source, fileId, rows);
    item.put(Table.Movement.ROWS, fromB(SdkBytes.fromByteArray(packed.toBytes())));
    put(item);
  }

  /** A movement whose rows are too many to be stored. */
  void manyChanges(StockKey key, String source, String fileId, List<PackedRows.Row> rows) {
    put(severalRows(key, source, fileId, rows));
  }

  private Map<String, AttributeValue> severalRows(
      StockKey key, String source, String fileId, List<PackedRows.Row> rows) {
    List<Instant> times =
        rows.stream().map(PackedRows.Row::time).sorted(Comparator.naturalOrder()).toList();
    Instant latest = times.get(times.size() - 1);
    Map<String, AttributeValue> item = movement(key, latest, source, fileId, rows.get(0).line());
    long sum = rows.stream().mapToLong(PackedRows.Row::change).sum();
    item.put(Table.Movement.CHANGE, fromN(Long.toString(sum)));
    item.put(Table.Movement.ROW_COUNT, fromN(Integer.toString(rows.size())));
    item.put(Table.Movement.LAST_LINE, fromN(Integer.toString(rows.get(rows.size() - 1).line())));
    item.put(Table.Movement.FIRST_TIME, fromS(Position.time(times.get(0))));
    return item;
  }

  private static Map<String, AttributeValue> movement(
      StockKey key, Instant time, String source, String fileId, int line) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.movements(key)));
    item.put(Table.SK, fromS(Position.of(time, source)));
    item.put(Table.Movement.FILE_ID, fromS(fileId));
    item.put(Table.Movement.ITEM_NAME, fromS("Name of " + key.itemId()));
    item.put(Table.Movement.FIRST_LINE, fromN(Integer.toString(line)));
    return item;
  }

  /** A file that was applied whole. */
  void file(String id, String key, Instant receivedAt) {
    put(applied(id, key, receivedAt));
  }

  void file(String id, String key, Instant receivedAt, FileStatus status, FileKind kind) {
    Map<String, AttributeValue> item = applied(id, key, receivedAt);
    item.put(Table.File.STATUS, fromS(status.name()));
    item.put(Table.File.KIND, fromS(kind.name()));
    put(item);
  }

  /** A file of which nothing was read yet. */
  void arrivedFile(String id, String key, Instant receivedAt) {
    put(arrived(id, key, receivedAt));
  }

  /** A file some rows of which were rejected. */
  void partialFile(String id, String key, Instant receivedAt, String rejectsKey) {
    Map<String, AttributeValue> item = applied(id, key, receivedAt);
    item.put(Table.File.STATUS, fromS(FileStatus.PARTIAL.name()));
    item.put(Table.File.ROWS_REJECTED, fromN("2"));
    item.put(Table.File.REASON, fromS("2 rows were rejected"));
    item.put(
        Table.File.FIRST_REJECTS,
        fromL(List.of(fromS("line 2: no time"), fromS("line 9: no item"))));
    item.put(Table.File.REJECTS_KEY, fromS(rejectsKey));
    put(item);
  }

  /** The record of an hour's rejected events. */
  void rejectedEvents(String id, String key, Instant hour) {
    Map<String, AttributeValue> item = applied(id, key, hour);
    item.put(Table.File.VERSION, fromS(""));
    item.put(Table.File.SIZE, fromN("0"));
    item.put(Table.File.KIND, fromS(FileKind.EVENTS.name()));
    item.put(Table.File.STATUS, fromS(FileStatus.REJECTED.name()));
    item.put(Table.File.ROWS_APPLIED, fromN("0"));
    item.put(Table.File.ROWS_REJECTED, fromN("1"));
    item.put(Table.File.FIRST_REJECTS, fromL(List.of(fromS("record 7 of P1: it is no JSON"))));
    item.put(Table.File.REJECTS_KEY, fromS(key));
    put(item);
  }

  /** Says that an operator has released a file that is on record. */
  void released(String fileId, Instant at) {
    set(Keys.file(fileId), Keys.ONLY, Table.File.RELEASED_AT, fromS(at.toString()));
  }

  /** Says that the work on a file that is on record was begun. */
  void begun(String fileId) {
    set(Keys.file(fileId), Keys.ONLY, Table.File.RULES, fromN("1"));
  }

  /** Tells the kind of a file that is on record. */
  void kind(String fileId, FileKind kind) {
    set(Keys.file(fileId), Keys.ONLY, Table.File.KIND, fromS(kind.name()));
  }

  private static Map<String, AttributeValue> applied(String id, String key, Instant receivedAt) {
    Map<String, AttributeValue> item = arrived(id, key, receivedAt);
    item.put(Table.File.FINISHED_AT, fromS(receivedAt.plusSeconds(1).toString()));
    item.put(Table.File.KIND, fromS(FileKind.TRANSACTIONS.name()));
    item.put(Table.File.STATUS, fromS(FileStatus.APPLIED.name()));
    item.put(Table.File.ROWS_APPLIED, fromN("5"));
    item.put(Table.File.ROWS_REJECTED, fromN("0"));
    return item;
  }

  private static Map<String, AttributeValue> arrived(String id, String key, Instant receivedAt) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.file(id)));
    item.put(Table.SK, fromS(Keys.ONLY));
    item.put(Table.INDEX_PK, fromS(Keys.filesOf(LocalDate.ofInstant(receivedAt, ZoneOffset.UTC))));
    item.put(Table.INDEX_SK, fromS(Keys.arrival(receivedAt, id)));
    item.put(Table.File.FILE_ID, fromS(id));
    item.put(Table.File.KEY, fromS(key));
    item.put(Table.File.VERSION, fromS("v1"));
    item.put(Table.File.SIZE, fromN("4096"));
    item.put(Table.File.RECEIVED_AT, fromS(receivedAt.toString()));
    item.put(Table.File.STATUS, fromS(FileStatus.RECEIVED.name()));
    return item;
  }

  private void set(String pk, String sk, String attribute, AttributeValue value) {
    dynamo.updateItem(
        request ->
            request
                .tableName(table)
                .key(Map.of(Table.PK, fromS(pk), Table.SK, fromS(sk)))
                .updateExpression("SET #attribute = :value")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(request -> request.tableName(table).item(item));
  }
}
