package inventory.validation.dynamodb;

import inventory.model.FileKind;
import inventory.model.movement.Movement;
import inventory.model.table.Batches;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.FileRecords.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** File records, and the movements of files, in the table. */
public final class DynamoDbFileRecords implements FileRecords {

  private final DynamoDbClient client;
  private final String table;
  private final Batches batches;

  /** Reads a table. */
  public DynamoDbFileRecords(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.batches = new Batches(client, table, DynamoDbLevels.THROTTLED);
  }

  @Override
  public Optional<FileRecord> find(String fileId) {
    Map<String, AttributeValue> item =
        client
            .getItem(get -> get.tableName(table).key(FileItem.key(fileId)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(record(FileItem.of(item)));
  }

  @Override
  public void unchecked(Instant since, Instant until, Consumer<FileRecord> visitor) {
    LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
    LocalDate day = LocalDate.ofInstant(since, ZoneOffset.UTC);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      String partition = Keys.filesOf(day);
      client
          .queryPaginator(
              request ->
                  request
                      .tableName(table)
                      .indexName(Table.INDEX)
                      .keyConditionExpression(Table.INDEX_PK + " = :day")
                      .filterExpression("attribute_not_exists(" + FileItem.VALIDATED_IN + ")")
                      .expressionAttributeValues(Map.of(":day", Values.text(partition))))
          .items()
          .stream()
          .map(FileItem::of)
          .filter(file -> file.kind() != FileKind.EVENTS && file.isInventory())
          .filter(file -> isQuiet(file, since, until))
          .forEach(file -> visitor.accept(record(file)));
    }
  }

  private static boolean isQuiet(FileItem file, Instant since, Instant until) {
    return !file.receivedAt().isBefore(since)
        && Stream.of(Optional.of(file.receivedAt()), file.finishedAt(), file.releasedAt())
            .flatMap(Optional::stream)
            .allMatch(at -> at.isBefore(until));
  }

  private static FileRecord record(FileItem file) {
    return new FileRecord(
        file.upload(),
        file.status(),
        file.kind(),
        file.rowsApplied(),
        file.rowsRejected(),
        file.reason().orElse(""),
        file.validatedIn(),
        file.isReleased());
  }

  @Override
  public List<Pair> pair(List<Movement> movements) {
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (Movement movement : movements) {
      keys.add(keyOf(movement));
      keys.add(LevelItem.key(movement.key()));
    }
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found = get(keys);
    return movements.stream()
        .map(
            movement ->
                new Pair(
                    movement,
                    recorded(movement, found),
                    found.containsKey(LevelItem.key(movement.key()))))
        .toList();
  }

  /**
   * The stored movement, or the mark of it in the level: the last write may still be on its way.
   */
  private static Optional<Movement> recorded(
      Movement movement, Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found) {
    return Optional.ofNullable(found.get(keyOf(movement)))
        .map(item -> MovementItem.of(movement.key(), item).movement())
        .or(
            () ->
                Optional.ofNullable(found.get(LevelItem.key(movement.key())))
                    .flatMap(
                        level ->
                            LevelItem.of(level).marks(movement.key()).stream()
                                .filter(mark -> mark.position().equals(movement.position()))
                                .findFirst()));
  }

  private static Map<String, AttributeValue> keyOf(Movement movement) {
    return MovementItem.key(movement.key(), movement.position());
  }

  private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> get(
      Set<Map<String, AttributeValue>> keys) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found = new HashMap<>();
    batches.read(keys).forEach(item -> found.put(Values.keyOf(item), item));
    return found;
  }
}
