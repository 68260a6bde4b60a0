package inventory.validation.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.Backoff;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.History;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.table.Batches;
import inventory.model.table.ClosingItem;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.validation.domain.Levels;
import inventory.validation.domain.StoredLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The levels in the table, warehouse by warehouse, with their movements and closings. The list of
 * the levels is eventually consistent, half a read unit for each 4 KB; an old level is read again
 * before anything is concluded from it. Everything else is strongly consistent.
 */
public final class DynamoDbLevels implements Levels {

  // About half a minute; then the run is interrupted, and continues later.
  static final Backoff THROTTLED = new Backoff(20, Duration.ofMillis(50), Duration.ofSeconds(4));

  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);

  private final DynamoDbClient client;
  private final String table;
  private final Batches batches;

  /** Reads and writes a table. */
  public DynamoDbLevels(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.batches = new Batches(client, table, THROTTLED);
  }

  @Override
  public Iterable<List<StoredLevel>> pages(String warehouse, String afterItem) {
    QueryRequest query =
        LevelQueries.inWarehouse(table, warehouse, Map.of())
            .consistentRead(false)
            .exclusiveStartKey(
                afterItem.isEmpty() ? null : LevelQueries.after(warehouse, afterItem))
            .build();
    return () ->
        client.queryPaginator(query).stream()
            .map(page -> page.items().stream().map(DynamoDbLevels::level).toList())
            .iterator();
  }

  private static StoredLevel level(Map<String, AttributeValue> item) {
    LevelItem level = LevelItem.of(item);
    StockKey key = level.stockKey();
    return new StoredLevel(
        key,
        level.level(),
        level.revision(),
        level.marks(key),
        level.proof(),
        level.late(),
        level.updatedAt());
  }

  @Override
  public Optional<StoredLevel> find(StockKey key) {
    return get(LevelItem.key(key)).map(DynamoDbLevels::level);
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        client.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  @Override
  public Iterator<Movement> movements(StoredLevel level, String after) {
    // The level was read before its history, so its marks have what the history does not.
    List<Movement> marks =
        level.marks().stream().filter(mark -> mark.position().compareTo(after) > 0).toList();
    Iterator<Movement> stored =
        client
            .queryPaginator(
                query(Keys.movements(level.key()), after, level.level().latest()).build())
            .items()
            .stream()
            .map(item -> MovementItem.of(level.key(), item).movement())
            .filter(movement -> movement.position().compareTo(after) > 0)
            .iterator();
    return History.unite(stored, marks, Comparator.comparing(Movement::position));
  }

  private QueryRequest.Builder query(String partition, String first, String last) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(":pk", text(partition), ":first", text(first), ":last", text(last)));
  }

  @Override
  public List<Closing> closings(StockKey key) {
    return client.queryPaginator(Table.partition(table, Keys.closings(key))).items().stream()
        .map(item -> ClosingItem.of(key, item).closing())
        .toList();
  }

  @Override
  public Optional<Closing> closing(StockKey key, LocalDate day) {
    return get(ClosingItem.key(key, day)).map(item -> ClosingItem.of(key, item).closing());
  }

  @Override
  public Optional<Closing> closingBefore(StockKey key, String time) {
    LocalDate day = LocalDate.ofInstant(Position.instant(time), ZoneOffset.UTC);
    // The closing of the day itself may include later rows; the one before it does not.
    return client
        .query(ClosingItem.between(table, key, FIRST_DAY, day, false).limit(2).build())
        .items()
        .stream()
        .map(item -> ClosingItem.of(key, item).closing())
        .filter(closing -> closing.through().compareTo(time) < 0)
        .findFirst();
  }

  @Override
  public void store(StockKey key, List<Closing> closings, Collection<LocalDate> surplus) {
    List<WriteRequest> writes =
        Stream.concat(
                closings.stream()
                    .map(
                        closing ->
                            WriteRequest.builder()
                                .putRequest(put -> put.item(new ClosingItem(closing).toItem()))
                                .build()),
                surplus.stream()
                    .map(
                        day ->
                            WriteRequest.builder()
                                .deleteRequest(delete -> delete.key(ClosingItem.key(key, day)))
                                .build()))
            .toList();
    batches.write(writes, "storing closings");
  }

  @Override
  public void prove(StockKey key, LevelProof proof) {
    try {
      client.updateItem(LevelItem.proved(proof).request(table, LevelItem.key(key)).build());
    } catch (ConditionalCheckFailedException e) {
      // It has just changed: the next run proves it.
    }
  }

  @Override
  public String fileKey(String fileId) {
    return get(FileItem.key(fileId)).map(item -> FileItem.of(item).objectKey()).orElse("");
  }
}
