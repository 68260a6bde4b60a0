package inventory.validation.rebuild.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.movement.dynamodb.LevelItem;
import inventory.model.movement.dynamodb.MovementItems;
import inventory.model.movement.dynamodb.WarehouseItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.rebuild.StockTable.Correction;
import inventory.validation.rebuild.TableLevel;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of a correction: the level, its warehouse's record, and the correction movement. */
final class CorrectionWrites {

  private final String table;
  private final Clock clock;
  private final String source;

  CorrectionWrites(String table, Clock clock, String id) {
    this.table = table;
    this.clock = clock;
    this.source = Movement.CORRECTION_PREFIX + id;
  }

  /** The attributes of a level that follow from its key. */
  static Map<String, AttributeValue> names(StockKey key) {
    return Map.of(
        Table.Level.ITEM_ID, text(key.itemId()),
        Table.Level.WAREHOUSE, text(key.warehouse()),
        Table.INDEX_PK, text(Keys.warehouse(key.warehouse())),
        Table.INDEX_SK, text(Keys.sortable(key.itemId())));
  }

  /** All writes, for one transaction. */
  List<TransactWriteItem> actions(Correction correction) {
    Instant now = clock.instant();
    List<TransactWriteItem> actions = new ArrayList<>();
    correction
        .to()
        .ifPresentOrElse(
            level -> {
              actions.add(set(correction, level, now));
              actions.add(warehouse(correction.key()));
            },
            () -> correction.from().ifPresent(level -> actions.add(delete(correction, level))));
    actions.add(movement(correction, now));
    return actions;
  }

  /** Other attributes of the level are unchanged. */
  private TransactWriteItem set(Correction correction, StockLevel level, Instant now) {
    Map<String, AttributeValue> set = new HashMap<>(names(correction.key()));
    set.putAll(LevelItem.attributes(level));
    set.put(Table.Level.REVISION, number(revision(correction)));
    set.put(Table.Level.UPDATED_AT, text(now.toString()));
    List<String> assignments = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>(expected(correction.from()));
    set.forEach(
        (name, value) -> {
          assignments.add(name + " = :" + name);
          values.put(":" + name, value);
        });
    String absent =
        LevelItem.OPTIONAL.stream()
            .filter(name -> !set.containsKey(name))
            .collect(Collectors.joining(", "));
    String remove = absent.isEmpty() ? "" : " REMOVE " + absent;
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(LevelItem.key(correction.key()))
                    .updateExpression("SET " + String.join(", ", assignments) + remove)
                    .conditionExpression(condition(correction.from()))
                    .expressionAttributeValues(values))
        .build();
  }

  private TransactWriteItem delete(Correction correction, TableLevel level) {
    Optional<TableLevel> from = Optional.of(level);
    return TransactWriteItem.builder()
        .delete(
            delete -> {
              delete
                  .tableName(table)
                  .key(LevelItem.key(correction.key()))
                  .conditionExpression(condition(from));
              if (!expected(from).isEmpty()) {
                delete.expressionAttributeValues(expected(from));
              }
            })
        .build();
  }

  /** As ingest-service writes it; attributes of other services are unchanged. */
  private TransactWriteItem warehouse(StockKey key) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(WarehouseItems.key(key.warehouse()))
                    .updateExpression("SET warehouse = :name")
                    .expressionAttributeValues(Map.of(":name", text(key.warehouse()))))
        .build();
  }

  private TransactWriteItem movement(Correction correction, Instant now) {
    Map<String, AttributeValue> item =
        new HashMap<>(MovementItems.key(correction.key(), Position.of(now, source)));
    item.put(Table.Movement.FILE_ID, text(source));
    item.put(Table.Movement.ITEM_NAME, text(itemName(correction)));
    item.put(Table.Movement.CHANGE, number(0));
    item.put(Table.Movement.CORRECTION, text(correction.reason()));
    correction
        .from()
        .flatMap(TableLevel::units)
        .ifPresent(units -> item.put(Table.Movement.CORRECTED_FROM, number(units)));
    correction
        .to()
        .ifPresent(level -> item.put(Table.Movement.CORRECTED_TO, number(level.units())));
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(" + Table.PK + ")"))
        .build();
  }

  private static String itemName(Correction correction) {
    return correction
        .to()
        .map(StockLevel::itemName)
        .or(() -> correction.from().flatMap(TableLevel::itemName))
        .orElse(correction.key().itemId());
  }

  /** The next revision; without a current one, the number of movements plus one. */
  private static BigInteger revision(Correction correction) {
    return correction
        .from()
        .flatMap(TableLevel::revision)
        .orElse(BigInteger.valueOf(correction.movements()))
        .add(BigInteger.ONE);
  }

  private static String condition(Optional<TableLevel> from) {
    if (from.isEmpty()) {
      return "attribute_not_exists(" + Table.PK + ")";
    }
    return from.get().revision().isPresent()
        ? "revision = :expected"
        : "attribute_exists(pk) AND attribute_not_exists(revision)";
  }

  private static Map<String, AttributeValue> expected(Optional<TableLevel> from) {
    return from.flatMap(TableLevel::revision)
        .map(revision -> Map.of(":expected", number(revision)))
        .orElse(Map.of());
  }
}
