package inventory.ingest.dynamodb;

import static inventory.ingest.dynamodb.Attributes.number;
import static inventory.ingest.dynamodb.Attributes.text;

import inventory.ingest.domain.Movement;
import inventory.ingest.domain.Movement.Kind;
import inventory.ingest.domain.OriginalRows;
import inventory.ingest.domain.StockLevel;
import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Position;
import inventory.model.table.Table;
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
 * and the write holds only while nobody else changes it.
 */
public final class LevelWrites {

  private static final String SET_ALWAYS =
      "SET itemId = :item, warehouse = :warehouse, gsi1pk = :indexPk, gsi1sk = :indexSk,"
          + " itemName = :name, latest = :latest, updatedAt = :now";
  private static final String IS_LATEST = "attribute_not_exists(pk) OR latest < :first";
  private static final String IS_UNCHANGED = "revision = :revision";

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
    StockLevel level = levelAfter(movement, known.level());
    Map<String, AttributeValue> values = values(movement.key(), level);
    values.put(":units", number(level.units()));
    values.put(":revision", number(known.revision()));
    String set = SET_ALWAYS + ", stockLevel = :units";
    if (level.counted().isPresent()) {
      values.put(":counted", text(level.counted().get()));
      set += ", counted = :counted";
    }
    return update(movement.key(), set + " ADD revision :one", IS_UNCHANGED, values);
  }

  private StockLevel levelAfter(Movement movement, StockLevel level) {
    return movement.kind() == Kind.COUNT
        ? level.counted(movement, instant -> changesSince(movement.key(), instant))
        : level.changed(movement, instant -> originals.changeAfter(movement, instant));
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
        .key(
            Map.of(
                Table.PK, text(Keys.item(key.itemId())),
                Table.SK, text(Keys.level(key.warehouse()))))
        .updateExpression(expression)
        .conditionExpression(condition)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
