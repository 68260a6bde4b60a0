package inventory.validation.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.StockKey;
import inventory.model.movement.History;
import inventory.model.movement.Movement;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.PackedRows;
import inventory.model.movement.StockLevel;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.validation.domain.ItemFacts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A level as it was read. Its movements are read on first use and cached if they fit on one page,
 * which they nearly always do.
 */
final class StoredLevel implements ItemFacts.Level {

  private static final int MAX_CACHED_BYTES = 4 << 20;

  private final DynamoDbClient client;
  private final String table;
  private final OriginalRows originals;
  private final StockKey key;
  private final LevelItem item;
  private final Map<String, String> filesOfThisRun;
  private Optional<List<Movement>> cached = Optional.empty();
  // The rows of the last movement that does not store its own.
  private String position = "";
  private byte[] rows = {};

  StoredLevel(
      DynamoDbClient client,
      String table,
      OriginalRows originals,
      StockKey key,
      LevelItem item,
      Map<String, String> filesOfThisRun) {
    this.client = client;
    this.table = table;
    this.originals = originals;
    this.key = key;
    this.item = item;
    this.filesOfThisRun = filesOfThisRun;
  }

  @Override
  public StockKey key() {
    return key;
  }

  @Override
  public StockLevel level() {
    return item.level();
  }

  @Override
  public BigInteger revision() {
    return item.revision();
  }

  @Override
  public void forEach(Consumer<Movement> visitor) {
    if (cached.isPresent()) {
      cached.get().forEach(visitor);
      return;
    }
    Iterator<QueryResponse> pages = client.queryPaginator(query()).iterator();
    QueryResponse first = pages.next();
    if (pages.hasNext()) {
      Stream<QueryResponse> rest =
          StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false);
      unite(Stream.concat(Stream.of(first), rest)).forEachRemaining(visitor);
    } else {
      List<Movement> all = new ArrayList<>();
      unite(Stream.of(first)).forEachRemaining(all::add);
      all.forEach(visitor);
      cached = Optional.of(all);
    }
  }

  /** The level was read before its history, so its marks have what the history does not. */
  private Iterator<Movement> unite(Stream<QueryResponse> pages) {
    Iterator<Movement> stored = pages.flatMap(page -> movements(page).stream()).iterator();
    return History.unite(stored, item.marks(key), Comparator.comparing(Movement::position));
  }

  private QueryRequest query() {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", text(Keys.movements(key))))
        .build();
  }

  private List<Movement> movements(QueryResponse page) {
    return page.items().stream().map(found -> MovementItem.of(key, found).movement()).toList();
  }

  @Override
  public Optional<ItemFacts.Level> again() {
    Map<String, AttributeValue> found =
        client
            .getItem(
                request -> request.tableName(table).key(LevelItem.key(key)).consistentRead(true))
            .item();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoredLevel(client, table, originals, key, LevelItem.of(found), filesOfThisRun));
  }

  @Override
  public void forEachRow(Movement movement, Consumer<PackedRows.Row> visitor) {
    boolean isOnlyInOriginal = movement.rowCount() > 1 && movement.rows().isEmpty();
    if (!isOnlyInOriginal) {
      originals.forEach(movement, visitor);
    } else if (position.equals(movement.position())) {
      PackedRows.read(rows).forEach(visitor);
    } else {
      readOriginal(movement, visitor);
    }
  }

  /** Finding an item's rows takes a read of the whole file: they are cached if not too many. */
  private void readOriginal(Movement movement, Consumer<PackedRows.Row> visitor) {
    PackedRows packed = new PackedRows();
    originals.forEach(
        movement,
        row -> {
          if (packed.size() < MAX_CACHED_BYTES) {
            packed.add(row);
          }
          visitor.accept(row);
        });
    if (packed.size() < MAX_CACHED_BYTES) {
      position = movement.position();
      rows = packed.toBytes();
    }
  }

  @Override
  public BigInteger changeAfter(Movement movement, String counted) {
    return originals.changeAfter(movement, counted);
  }

  @Override
  public Optional<String> fileOfThisRun(Movement movement) {
    return Optional.ofNullable(filesOfThisRun.get(movement.fileId()));
  }
}
