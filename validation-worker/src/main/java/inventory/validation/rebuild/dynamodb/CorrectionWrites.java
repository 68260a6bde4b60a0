package inventory.validation.rebuild.dynamodb;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.ItemUpdate;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelItem.Parts;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import inventory.validation.rebuild.StockTable.Correction;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

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
            () -> correction.from().ifPresent(level -> actions.add(delete(correction))));
    actions.add(movement(correction, now));
    return actions;
  }

  private TransactWriteItem set(Correction correction, StockLevel level, Instant now) {
    Update update =
        LevelItem.corrected(correction.key(), level, revision(correction), correction.from(), now)
            .of(table, LevelItem.key(correction.key()));
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem delete(Correction correction) {
    String condition = LevelItem.unchanged(correction.from());
    Map<String, AttributeValue> expected = LevelItem.expected(correction.from());
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(table)
                    .key(LevelItem.key(correction.key()))
                    .conditionExpression(condition)
                    .expressionAttributeNames(ItemUpdate.names(condition))
                    .expressionAttributeValues(expected.isEmpty() ? null : expected))
        .build();
  }

  private TransactWriteItem warehouse(StockKey key) {
    Update update =
        WarehouseItem.announce(key.warehouse()).of(table, WarehouseItem.key(key.warehouse()));
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem movement(Correction correction, Instant now) {
    Map<String, AttributeValue> item =
        MovementItem.toItem(
            correction.key(),
            itemName(correction),
            source,
            now,
            new MovementItem.Correction(
                correction.from().flatMap(Parts::units),
                correction.to().map(StockLevel::units),
                correction.reason()));
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
        .or(() -> correction.from().flatMap(Parts::itemName))
        .orElse(correction.key().itemId());
  }

  /** The next revision; without a current one, the number of movements plus one. */
  private static BigInteger revision(Correction correction) {
    return correction
        .from()
        .flatMap(Parts::revision)
        .orElse(BigInteger.valueOf(correction.movements()))
        .add(BigInteger.ONE);
  }
}
