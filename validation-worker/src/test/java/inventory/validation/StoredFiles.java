package inventory.validation;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.inbox.dynamodb.FileRecords;
import inventory.model.inbox.s3.S3Originals;
import inventory.model.movement.FilePasses;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.StockLevel;
import inventory.model.movement.dynamodb.LevelItem;
import inventory.model.movement.dynamodb.MovementItems;
import inventory.model.movement.dynamodb.WarehouseItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.Resources;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files in the bucket and the records that ingest-service makes of them. */
final class StoredFiles {

  private static final long MAX_BYTES = 1_000_000;

  private final Resources resources;
  private final FileRecords records;
  private final TreeMap<StockKey, TreeMap<String, Movement>> movements = new TreeMap<>();

  StoredFiles(Resources resources) {
    this.resources = resources;
    this.records = new FileRecords(resources.dynamoDb(), resources.table(), Clock.systemUTC());
  }

  /** Puts a file, without taking it in. */
  Upload arrive(String key, Instant uploadedAt, String content) {
    String version =
        resources
            .s3()
            .putObject(
                request -> request.bucket(resources.bucket()).key(key),
                RequestBody.fromString(content))
            .versionId();
    Upload upload = new Upload(key, version, true, content.length(), uploadedAt);
    records.register(upload);
    return upload;
  }

  /** Puts a file and takes it in. */
  Upload apply(String key, FileKind kind, Instant uploadedAt, String content)
      throws IOException, UnreadableFileException, OriginalUnavailableException {
    Upload upload = arrive(key, uploadedAt, content);
    S3Originals originals = new S3Originals(resources.s3(), resources.bucket(), MAX_BYTES);
    try (Original original = originals.fetch(upload)) {
      FilePasses passes = new FilePasses(upload, original, kind, Long.MAX_VALUE, reject -> {});
      for (Movement movement : passes.next().movements(Origin.of(upload, original, kind))) {
        put(MovementItems.toItem(movement));
        movements
            .computeIfAbsent(movement.key(), any -> new TreeMap<>())
            .put(movement.position(), movement);
      }
      begin(upload, original.sha256());
      records.finish(
          upload,
          new Outcome(FileStatus.APPLIED, kind, passes.rows(), 0, "", Optional.empty(), List.of()));
    }
    return upload;
  }

  private void begin(Upload upload, String sha256) {
    set(
        FileItems.key(upload.fileId()),
        Map.of("rules", number(InventoryFile.RULES), "content", text(sha256)));
  }

  /** Puts the record of a warehouse. */
  void warehouse(String name) {
    Map<String, AttributeValue> item = new HashMap<>(WarehouseItems.key(name));
    item.put("warehouse", text(name));
    put(item);
  }

  /** Takes in an event. */
  void event(Movement movement) {
    put(MovementItems.toItem(movement));
    movements
        .computeIfAbsent(movement.key(), any -> new TreeMap<>())
        .put(movement.position(), movement);
  }

  /** Sets the level of an item as its movements, all of files, give it. */
  void level(StockKey key, long units, Optional<String> counted) {
    Movement latest = movements.get(key).lastEntry().getValue();
    level(
        key,
        new StockLevel(BigInteger.valueOf(units), counted, latest.position(), latest.itemName()));
  }

  /** Sets the level of an item. */
  void level(StockKey key, StockLevel level) {
    Map<String, AttributeValue> item = new HashMap<>(levelKey(key));
    item.put("itemId", text(key.itemId()));
    item.put("warehouse", text(key.warehouse()));
    item.put(Table.INDEX_PK, text(Keys.warehouse(key.warehouse())));
    item.put(Table.INDEX_SK, text(Keys.sortable(key.itemId())));
    item.putAll(LevelItem.attributes(level));
    item.put("revision", number(movements.get(key).size()));
    item.put("updatedAt", text("2026-03-01T12:00:00Z"));
    put(item);
  }

  /** The movements that were put, the oldest first. */
  List<Movement> movementsOf(StockKey key) {
    return List.copyOf(movements.get(key).values());
  }

  /** Writes attributes of a level, whatever it says. */
  void damageLevel(StockKey key, Map<String, AttributeValue> attributes) {
    set(levelKey(key), attributes);
  }

  void delete(String pk, String sk) {
    resources
        .dynamoDb()
        .deleteItem(
            request ->
                request
                    .tableName(resources.table())
                    .key(Map.of(Table.PK, text(pk), Table.SK, text(sk))));
  }

  Map<String, AttributeValue> level(StockKey key) {
    return resources
        .dynamoDb()
        .getItem(
            request -> request.tableName(resources.table()).key(levelKey(key)).consistentRead(true))
        .item();
  }

  /** The movements of an item as they stand, the oldest first. */
  List<Map<String, AttributeValue>> storedMovements(StockKey key) {
    return resources
        .dynamoDb()
        .query(
            request ->
                request
                    .tableName(resources.table())
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text(Keys.movements(key)))))
        .items();
  }

  private static Map<String, AttributeValue> levelKey(StockKey key) {
    return Map.of(
        Table.PK, text(Keys.item(key.itemId())), Table.SK, text(Keys.level(key.warehouse())));
  }

  void put(Map<String, AttributeValue> item) {
    resources.dynamoDb().putItem(request -> request.tableName(resources.table()).item(item));
  }

  private void set(Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
    List<String> assignments = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    attributes.forEach(
        (name, value) -> {
          assignments.add("#" + name + " = :" + name);
          values.put(":" + name, value);
          names.put("#" + name, name);
        });
    resources
        .dynamoDb()
        .updateItem(
            request ->
                request
                    .tableName(resources.table())
                    .key(key)
                    .updateExpression("SET " + String.join(", ", assignments))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
  }
}
