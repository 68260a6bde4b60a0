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
 * The change of a level that goes with a movement, in one of two forms. Nearly always a movement is
 * later than all movements of the level: then it is added (or, as a count, set) without a read, on
 * the condition that it is later. Otherwise the level that failed the condition decides, and the
 * write holds only while the attributes that decided stay as they are.
 */
public final class LevelWrites {

  private final DynamoDbClient client;
  private final String table;
  private final OriginalRows originals;
  private final Clock clock;

  /** Writes to a table, and reads originals where movements do not keep their rows. */
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

  /** A count's effect follows from all later movements: none may be recorded in between. */
  private ItemUpdate lateCount(Movement count, LevelItem known) {
    StockLevel level = known.level().counted(count, counted -> changesSince(count.key(), counted));
    return known.replacedBy(level, clock.instant());
  }

  /**
   * A change's effect follows from the latest count alone. That the change is not the latest
   * movement stays true, as the latest position only grows.
   */
  private ItemUpdate lateChange(Movement change, LevelItem known) {
    StockLevel level =
        known.level().changed(change, counted -> originals.changeAfter(change, counted));
    return known.changedTo(level, clock.instant());
  }

  /** Read after the level: every movement that is recorded later changes the revision too. */
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
