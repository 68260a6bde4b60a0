package inventory.ingest.dynamodb;

import static inventory.movement.dynamodb.Attributes.number;
import static inventory.movement.dynamodb.Attributes.text;

import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Position;
import inventory.movement.Movement;
import inventory.movement.Movement.Kind;
import inventory.movement.OriginalRows;
import inventory.movement.StockLevel;
import inventory.movement.dynamodb.LevelItem;
import inventory.movement.dynamodb.MovementItems;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The change of a level that goes with a movement, in one of two forms. Nearly always a movement is
 * later than all that the level is made of: then it is added (or, as a count, set) without reading
 * anything, on the condition that it is so. Otherwise the level that failed the condition decides,
 * and the write holds only while what it was decided by stays as it is.
 */
public final class LevelWrites {

  private static final String SET_ALWAYS =
      "SET itemId = :item, warehouse = :warehouse, gsi1pk = :indexPk, gsi1sk = :indexSk,"
          + " itemName = :name, latest = :latest, updatedAt = :now";
  private static final String IS_LATEST = "attribute_not_exists(pk) OR latest < :first";

  private final DynamoDbClient client;
  private final String table;
  private final OriginalRows originals;
  private final Clock clock;

  public LevelWrites(DynamoDbClient client, String table, OriginalRows originals, Clock clock) {
    this.client = client;
    this.table = table;
    this.originals = originals;
    this.clock = clock;
  }

  /** The write for a movement that is expected to be the latest of its item. */
  Update forLatest(Movement movement) {
    Map<String, AttributeValue> values = values(movement.key(), StockLevel.first(movement));
    values.put(":first", text(Position.time(movement.firstTime())));
    values.put(":units", number(movement.total()));
    if (movement.kind() == Kind.CHANGE) {
      return update(
          movement.key(), SET_ALWAYS + " ADD stockLevel :units, revision :one", IS_LATEST, values);
    }
    values.put(":counted", text(movement.position()));
    return update(
        movement.key(),
        SET_ALWAYS + ", stockLevel = :units, counted = :counted ADD revision :one",
        IS_LATEST,
        values);
  }

  /** The write for a movement beside a level that was read. */
  Update forKnown(Movement movement, LevelItem known) {
    return movement.kind() == Kind.COUNT
        ? countBeside(movement, known)
        : changeBeside(movement, known.level());
  }

  /** A count's effect follows from all later movements: none may come in between. */
  private Update countBeside(Movement count, LevelItem known) {
    StockLevel level = known.level().counted(count, instant -> changesSince(count.key(), instant));
    Map<String, AttributeValue> values = values(count.key(), level);
    values.put(":units", number(level.units()));
    values.put(":revision", number(known.revision()));
    String set = SET_ALWAYS + ", stockLevel = :units";
    if (level.counted().isPresent()) {
      values.put(":counted", text(level.counted().get()));
      set += ", counted = :counted";
    }
    return update(count.key(), set + " ADD revision :one", "revision = :revision", values);
  }

  /**
   * A change's effect follows from the latest count alone: other changes may come in between, so
   * that busy items do not hold each other up. That a movement is not the latest stays true, as the
   * latest only moves on.
   */
  private Update changeBeside(Movement change, StockLevel known) {
    StockLevel level = known.changed(change, instant -> originals.changeAfter(change, instant));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":units", number(level.units().subtract(known.units())));
    values.put(":now", text(clock.instant().toString()));
    values.put(":one", number(1));
    String set = "SET updatedAt = :now";
    String condition = "attribute_not_exists(counted)";
    if (known.counted().isPresent()) {
      values.put(":counted", text(known.counted().get()));
      condition = "counted = :counted";
    }
    if (!level.latest().equals(known.latest())) {
      values.put(":name", text(level.itemName()));
      values.put(":latest", text(level.latest()));
      values.put(":known", text(known.latest()));
      set += ", itemName = :name, latest = :latest";
      condition += " AND latest = :known";
    }
    return update(change.key(), set + " ADD stockLevel :units, revision :one", condition, values);
  }

  /** Read after the level: whatever is recorded from now on changes the revision too. */
  private BigInteger changesSince(StockKey key, Instant instant) {
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
                            ":time", text(Position.time(instant)))))
        .items()
        .stream()
        .map(item -> MovementItems.fromItem(key, item))
        .filter(movement -> movement.kind() == Kind.CHANGE)
        .map(movement -> originals.changeAfter(movement, instant))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private Map<String, AttributeValue> values(StockKey key, StockLevel level) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":item", text(key.itemId()));
    values.put(":warehouse", text(key.warehouse()));
    values.put(":indexPk", text(Keys.warehouse(key.warehouse())));
    values.put(":indexSk", text(Keys.sortable(key.itemId())));
    values.put(":name", text(level.itemName()));
    values.put(":latest", text(level.latest()));
    values.put(":now", text(clock.instant().toString()));
    values.put(":one", number(1));
    return values;
  }

  private Update update(
      StockKey key, String expression, String condition, Map<String, AttributeValue> values) {
    return Update.builder()
        .tableName(table)
        .key(LevelItem.key(key))
        .updateExpression(expression)
        .conditionExpression(condition)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
