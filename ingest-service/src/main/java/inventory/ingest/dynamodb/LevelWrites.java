package inventory.ingest.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.StockLevel;
import inventory.model.movement.dynamodb.LevelItem;
import inventory.model.movement.dynamodb.MovementItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The change of a level that goes with a movement, in one of two forms. Nearly always a movement is
 * later than all that the level is made of: then it is added (or, as a count, set) without reading
 * anything, on the condition that it is so. Otherwise the level that failed the condition decides,
 * and the write holds only while what it was decided by stays as it is.
 */
public final class LevelWrites {

  private static final String IS_LATEST = "attribute_not_exists(pk) OR latest < :first";

  /**
   * What decides of a level's other attributes: a change that comes late may replace one of these
   * only while it is as it was read.
   */
  private static final List<String> DECISIVE =
      List.of(Table.Level.LATEST, Table.Level.NAMED, Table.Level.LISTED);

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
    StockKey key = movement.key();
    LevelUpdate update =
        new LevelUpdate()
            .set(Table.Level.ITEM_ID, text(key.itemId()))
            .set(Table.Level.WAREHOUSE, text(key.warehouse()))
            .set(Table.INDEX_PK, text(Keys.warehouse(key.warehouse())))
            .set(Table.INDEX_SK, text(Keys.sortable(key.itemId())))
            .set(Table.Level.LATEST, text(movement.position()))
            .set(Table.Level.UPDATED_AT, text(clock.instant().toString()))
            .add(Table.Level.REVISION, number(1))
            .onlyIf(IS_LATEST, Map.of(":first", text(Position.time(movement.firstTime()))));
    if (movement.kind() == Kind.COUNT) {
      update.set(Table.Level.STOCK_LEVEL, number(movement.total()));
      update.set(Table.Level.COUNTED, text(movement.position()));
    } else {
      update.add(Table.Level.STOCK_LEVEL, number(movement.total()));
    }
    name(movement, update);
    list(movement, update);
    return update.of(table, key);
  }

  /** Without a name the item keeps the one that it has, and the place where it got it. */
  private static void name(Movement movement, LevelUpdate update) {
    if (!movement.itemName().isEmpty()) {
      update.set(Table.Level.ITEM_NAME, text(movement.itemName())).remove(Table.Level.NAMED);
      return;
    }
    update
        .set(
            Table.Level.ITEM_NAME,
            "if_not_exists(itemName, :itemName)",
            text(movement.key().itemId()))
        .set(
            Table.Level.NAMED,
            "if_not_exists(named, if_not_exists(latest, :named))",
            text(Position.NONE));
  }

  private static void list(Movement movement, LevelUpdate update) {
    if (!movement.isListing()) {
      return;
    }
    update.set(Table.Level.LISTED, text(movement.position()));
    if (movement.isRemoval()) {
      update.set(Table.Level.REMOVED, AttributeValue.fromBool(true));
    } else {
      update.remove(Table.Level.REMOVED);
    }
  }

  /** The write for a movement beside a level that was read. */
  Update forKnown(Movement movement, LevelItem known) {
    return movement.kind() == Kind.COUNT
        ? countBeside(movement, known)
        : changeBeside(movement, known.level());
  }

  /** A count's effect follows from all later movements: none may come in between. */
  private Update countBeside(Movement count, LevelItem known) {
    StockLevel level = known.level().counted(count, counted -> changesSince(count.key(), counted));
    LevelUpdate update =
        new LevelUpdate()
            .set(Table.Level.UPDATED_AT, text(clock.instant().toString()))
            .add(Table.Level.REVISION, number(1))
            .onlyIfStill(Table.Level.REVISION, number(known.revision()));
    Map<String, AttributeValue> attributes = LevelItem.attributes(level);
    attributes.forEach(update::set);
    LevelItem.OPTIONAL.stream()
        .filter(name -> !attributes.containsKey(name))
        .forEach(update::remove);
    return update.of(table, count.key());
  }

  /**
   * A change's effect follows from the latest count alone: other changes may come in between, so
   * that busy items do not hold each other up. That a movement is not the latest stays true, as the
   * latest only moves on.
   */
  private Update changeBeside(Movement change, StockLevel known) {
    StockLevel level = known.changed(change, counted -> originals.changeAfter(change, counted));
    Map<String, AttributeValue> before = LevelItem.attributes(known);
    LevelUpdate update =
        new LevelUpdate()
            .set(Table.Level.UPDATED_AT, text(clock.instant().toString()))
            .add(Table.Level.STOCK_LEVEL, number(level.units().subtract(known.units())))
            .add(Table.Level.REVISION, number(1))
            .onlyIfStill(Table.Level.COUNTED, before.get(Table.Level.COUNTED));
    replace(before, LevelItem.attributes(level), update);
    return update.of(table, change.key());
  }

  /** Of the attributes but the level itself, those that differ. */
  private static void replace(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after, LevelUpdate update) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.remove(Table.Level.STOCK_LEVEL);
    for (String name : names) {
      AttributeValue value = after.get(name);
      if (Objects.equals(before.get(name), value)) {
        continue;
      }
      if (value == null) {
        update.remove(name);
      } else {
        update.set(name, value);
      }
      if (DECISIVE.contains(name)) {
        update.onlyIfStill(name, before.get(name));
      }
    }
  }

  /** Read after the level: whatever is recorded from now on changes the revision too. */
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
        .map(item -> MovementItems.fromItem(key, item))
        .filter(movement -> movement.kind() == Kind.CHANGE)
        .map(movement -> originals.changeAfter(movement, counted))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
