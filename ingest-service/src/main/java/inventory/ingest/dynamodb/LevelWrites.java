package inventory.ingest.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.StockLevel;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The change of a level by a movement, in one of two forms. Nearly always the movement is later
 * than all movements of the level: then it is added (or, as a count, set) without a read, on
 * condition that it is later. Otherwise the new level is computed from the one that failed the
 * condition, and the write is conditional on the attributes that it was computed from.
 */
public final class LevelWrites {

  private final DynamoDbClient client;
  private final String table;
  private final OriginalRows originals;
  private final Clock clock;

  /** Writes to a table, and reads originals if movements do not keep their rows. */
  public LevelWrites(DynamoDbClient client, String table, OriginalRows originals, Clock clock) {
    this.client = client;
    this.table = table;
    this.originals = originals;
    this.clock = clock;
  }

  /** The write for a movement that is expected to be the latest of its item. */
  Update forLatest(Movement movement) {
    return LevelItem.afterLatest(movement, clock.instant())
        .of(table, LevelItem.key(movement.key()));
  }

  /** The write for a movement whose level was read. */
  Update forKnown(Movement movement, LevelItem known) {
    ItemUpdate update =
        movement.kind() == Kind.COUNT ? lateCount(movement, known) : lateChange(movement, known);
    return update.of(table, LevelItem.key(movement.key()));
  }

  /** A count's effect depends on all later movements: none may be recorded in between. */
  private ItemUpdate lateCount(Movement count, LevelItem known) {
    StockLevel level = known.level().counted(count, counted -> changesSince(count.key(), counted));
    return known.replacedBy(level, clock.instant());
  }

  /**
   * A change's effect depends only on the latest count. The change cannot become the latest
   * movement again, because the latest position only increases.
   */
  private ItemUpdate lateChange(Movement change, LevelItem known) {
    StockLevel level =
        known.level().changed(change, counted -> originals.changeAfter(change, counted));
    return known.changedTo(level, clock.instant());
  }

  /** Read after the level: every movement recorded later also changes the revision. */
  private BigInteger changesSince(StockKey key, String counted) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk > :time")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(Keys.movements(key)),
                            ":time", text(Position.time(Position.instant(counted))))))
        .items()
        .stream()
        .map(item -> MovementItem.of(key, item).movement())
        .filter(movement -> movement.kind() == Kind.CHANGE)
        .map(movement -> originals.changeAfter(movement, counted))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
