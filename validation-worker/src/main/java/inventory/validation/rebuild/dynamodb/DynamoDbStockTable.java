package inventory.validation.rebuild.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.History;
import inventory.model.movement.Movement;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelItem.Parts;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.validation.rebuild.StockTable;
import java.time.Clock;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Levels and movements in the table. */
public final class DynamoDbStockTable implements StockTable {

  /** The cancellation reasons of a transaction that collided with another one. */
  private static final Set<String> CHANGED =
      Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

  private final DynamoDbClient client;
  private final String table;
  private final CorrectionWrites corrections;

  /**
   * Reads and fixes a table.
   *
   * @param clock gives the time of a correction
   * @param id the rebuild's id, the source of its corrections
   */
  public DynamoDbStockTable(DynamoDbClient client, String table, Clock clock, String id) {
    this.client = client;
    this.table = table;
    this.corrections = new CorrectionWrites(table, clock, id);
  }

  @Override
  public void forEachLevel(Consumer<StockKey> onLevel) {
    String partition = "";
    for (Map<String, AttributeValue> item : levelsAndEvents()) {
      String pk = item.get(Table.PK).s();
      if (!pk.startsWith(Keys.MOVEMENTS_PREFIX)) {
        onLevel.accept(keyOf(item));
      } else if (!pk.equals(partition)) {
        // A scan returns the items of a partition together.
        partition = pk;
        Keys.ofMovements(pk).filter(key -> level(key).isEmpty()).ifPresent(onLevel);
      }
    }
  }

  private SdkIterable<Map<String, AttributeValue>> levelsAndEvents() {
    return client
        .scanPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .filterExpression(
                        "begins_with(pk, :warehouse) AND begins_with(sk, :level)"
                            + " OR begins_with(pk, :moves) AND attribute_exists("
                            + MovementItem.EVENT_ID
                            + ")")
                    .projectionExpression("pk, sk, " + String.join(", ", LevelItem.NAMES))
                    .expressionAttributeValues(
                        Map.of(
                            ":warehouse", text(Keys.WAREHOUSE_PREFIX),
                            ":level", text(Keys.LEVEL_PREFIX),
                            ":moves", text(Keys.MOVEMENTS_PREFIX))))
        .items();
  }

  @Override
  public Optional<Parts> level(StockKey key) {
    Map<String, AttributeValue> item = levelItem(key);
    return item.isEmpty() ? Optional.empty() : Optional.of(LevelItem.of(item).parts(key));
  }

  private Map<String, AttributeValue> levelItem(StockKey key) {
    return client
        .getItem(request -> request.tableName(table).key(LevelItem.key(key)).consistentRead(true))
        .item();
  }

  @Override
  public Iterable<Movement> movements(StockKey key) {
    return () -> {
      // Before the history: a mark is removed only when its movement is stored.
      List<Movement> marks = LevelItem.of(levelItem(key)).marks(key);
      return History.unite(stored(key), marks, Comparator.comparing(Movement::position));
    };
  }

  private Iterator<Movement> stored(StockKey key) {
    return client.queryPaginator(Table.partition(table, Keys.movements(key))).items().stream()
        .map(item -> movement(key, item))
        .iterator();
  }

  @Override
  public void restore(Movement movement) {
    client.putItem(request -> request.tableName(table).item(MovementItem.toItem(movement)));
  }

  @Override
  public void remove(StockKey key, String position) {
    // The mark first: without it, the movement would seem to be on its way.
    try {
      client.updateItem(
          LevelItem.withoutMarks(List.of(Position.source(position)))
              .request(table, LevelItem.key(key))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // There is no level, and no mark in it.
    }
    client.deleteItem(request -> request.tableName(table).key(MovementItem.key(key, position)));
  }

  @Override
  public boolean correct(Correction correction) {
    try {
      client.transactWriteItems(request -> request.transactItems(corrections.actions(correction)));
      return true;
    } catch (TransactionCanceledException e) {
      if (!e.cancellationReasons().stream().allMatch(reason -> CHANGED.contains(reason.code()))) {
        throw e;
      }
      // Another process is writing the level or has written it: the caller reads it again.
      return false;
    }
  }

  /** Decodes the key; if it contains a digest, takes the names from the item's attributes. */
  private static StockKey keyOf(Map<String, AttributeValue> item) {
    return Keys.ofLevel(item.get(Table.PK).s(), item.get(Table.SK).s())
        .orElseGet(() -> LevelItem.of(item).stockKey());
  }

  private static Movement movement(StockKey key, Map<String, AttributeValue> item) {
    try {
      return MovementItem.of(key, item).movement();
    } catch (RuntimeException e) {
      String position = item.get(Table.SK).s();
      String remedy =
          Position.isOfStream(position)
              ? "it comes from an event and is in no file: restore it from a backup of the table"
              : "delete it; rebuild --fix then restores it";
      throw new IllegalStateException(
          "the movement %s of %s in %s lacks an attribute; %s"
              .formatted(position, key.itemId(), key.warehouse(), remedy),
          e);
    }
  }
}
