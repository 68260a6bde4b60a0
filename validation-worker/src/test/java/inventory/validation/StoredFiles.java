package inventory.validation;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.inbox.s3.S3Originals;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.PartitionedFile;
import inventory.model.movement.StockLevel;
import inventory.model.table.FileItem;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import inventory.testkit.Resources;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files in the bucket and the records that ingest-service makes of them. */
final class StoredFiles {

  private static final long MAX_BYTES = 1_000_000;

  private final Resources resources;
  private final FileLifecycle files;
  private final TreeMap<StockKey, TreeMap<String, Movement>> movements = new TreeMap<>();

  StoredFiles(Resources resources) {
    this.resources = resources;
    this.files =
        new DynamoDbFileLifecycle(resources.dynamoDb(), resources.table(), Clock.systemUTC());
  }

  /** Puts a file without applying it. */
  Upload arrive(String key, Instant uploadedAt, String content) {
    String version =
        resources
            .s3()
            .putObject(
                request -> request.bucket(resources.bucket()).key(key),
                RequestBody.fromString(content))
            .versionId();
    Upload upload = new Upload(key, version, true, content.length(), uploadedAt);
    files.register(upload, FileKind.UNKNOWN);
    return upload;
  }

  /** Puts a file and applies it. */
  Upload apply(String key, FileKind kind, Instant uploadedAt, String content)
      throws IOException, UnreadableFileException, OriginalUnavailableException {
    Upload upload = arrive(key, uploadedAt, content);
    S3Originals originals = new S3Originals(resources.s3(), resources.bucket(), MAX_BYTES);
    try (Original original = originals.fetch(upload);
        PartitionedFile file =
            new PartitionedFile(upload, original, Long.MAX_VALUE, reject -> {})) {
      for (Movement movement : file.next().movements(Origin.of(upload, false, original, kind))) {
        put(MovementItem.toItem(movement));
        movements
            .computeIfAbsent(movement.key(), any -> new TreeMap<>())
            .put(movement.position(), movement);
      }
      begin(upload, original.sha256());
      files.finish(
          files.find(upload.fileId()),
          new Outcome(FileStatus.APPLIED, kind, file.rows(), 0, "", Optional.empty(), List.of()));
    }
    return upload;
  }

  private void begin(Upload upload, String sha256) {
    set(
        FileItem.key(upload.fileId()),
        Map.of("rules", number(InventoryFile.RULES), "content", text(sha256)));
  }

  /** Puts the record of a warehouse. */
  void warehouse(String name) {
    update(WarehouseItem.key(name), WarehouseItem.announce(name));
  }

  /** Applies an event. */
  void event(Movement movement) {
    put(MovementItem.toItem(movement));
    movements
        .computeIfAbsent(movement.key(), any -> new TreeMap<>())
        .put(movement.position(), movement);
  }

  /** Sets the level of an item as its movements give it; all of them come from files. */
  void level(StockKey key, long units, Optional<String> counted) {
    Movement latest = movements.get(key).lastEntry().getValue();
    level(
        key,
        new StockLevel(BigInteger.valueOf(units), counted, latest.position(), latest.itemName()));
  }

  /** Sets the level of an item. */
  void level(StockKey key, StockLevel level) {
    BigInteger revision = BigInteger.valueOf(movements.get(key).size());
    put(LevelItem.toItem(key, level, revision, Instant.parse("2026-03-01T12:00:00Z")));
  }

  /**
   * Replaces the only movement of an item by its mark in the level, as ingest-service leaves it.
   */
  void leaveAsMark(StockKey key) {
    Movement movement = movements.get(key).firstEntry().getValue();
    delete(Keys.movements(key), movement.position());
    delete(Keys.warehouse(key.warehouse()), Keys.level(key.itemId()));
    update(LevelItem.key(key), LevelItem.afterLatest(movement, Set.of(), Instant.now()));
  }

  /** The movements that were put, the oldest first. */
  List<Movement> movementsOf(StockKey key) {
    return List.copyOf(movements.get(key).values());
  }

  /** Writes attributes of a level without a condition. */
  void damageLevel(StockKey key, Map<String, AttributeValue> attributes) {
    set(LevelItem.key(key), attributes);
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
            request ->
                request.tableName(resources.table()).key(LevelItem.key(key)).consistentRead(true))
        .item();
  }

  /** The stored movements of an item, the oldest first. */
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

  void put(Map<String, AttributeValue> item) {
    resources.dynamoDb().putItem(request -> request.tableName(resources.table()).item(item));
  }

  private void set(Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
    update(key, new ItemUpdate().setAll(attributes));
  }

  private void update(Map<String, AttributeValue> key, ItemUpdate update) {
    resources.dynamoDb().updateItem(update.request(resources.table(), key).build());
  }
}
