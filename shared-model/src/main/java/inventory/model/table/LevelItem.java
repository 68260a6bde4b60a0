package inventory.model.table;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.ItemTotal;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A level: the stock of one item in one warehouse. Attributes are read on access, so an item of a
 * projection is enough. The updates are for the key {@link #key}.
 *
 * @param item the attributes
 */
public record LevelItem(Attributes item) implements ItemTotal.Level {

  /** Units in stock, a number of up to 38 digits, for filters and {@link #units}. */
  public static final String STOCK_LEVEL = "stockLevel";

  private static final String ITEM_ID = "itemId";
  private static final String WAREHOUSE = "warehouse";
  private static final String ITEM_NAME = "itemName";
  // The positions of: the latest count, if any; the latest movement; the movement that named the
  // item, absent if that is the latest; the latest event that listed or removed it, if any.
  private static final String COUNTED = "counted";
  private static final String LATEST = "latest";
  private static final String NAMED = "named";
  private static final String LISTED = "listed";
  // True, or absent.
  private static final String REMOVED = "removed";
  private static final String REVISION = "revision";
  private static final String UPDATED_AT = "updatedAt";
  // What the validation proved: all of them, or none; the flag is true, or absent.
  private static final String PROVED_REVISION = "provedRevision";
  private static final String PROVED_UNITS = "provedUnits";
  private static final String PROVED_THROUGH = "provedThrough";
  private static final String PROVED_NAME = "provedName";
  private static final String PROVED_REMOVED = "provedRemoved";
  // The earliest time of a movement that came behind others since; absent if none did.
  private static final String LATE = "late";

  /** Projection of {@link #itemId}. */
  public static final List<String> ID = List.of(ITEM_ID);

  /** Projection of {@link #stockKey()}. */
  public static final List<String> NAMES = List.of(ITEM_ID, WAREHOUSE);

  /** Projection of what reports show; {@link #level} needs the whole item. */
  public static final List<String> REPORTED =
      List.of(ITEM_ID, ITEM_NAME, WAREHOUSE, STOCK_LEVEL, LATEST, NAMED, REMOVED, UPDATED_AT);

  private static final List<String> OPTIONAL = List.of(COUNTED, NAMED, LISTED, REMOVED);

  private static final List<String> PROOF =
      List.of(PROVED_REVISION, PROVED_UNITS, PROVED_THROUGH, PROVED_NAME, PROVED_REMOVED, LATE);

  // The prefix of the marks, see #marks. It precedes the source of the movement.
  private static final String MARK_PREFIX = "~";

  /** Reads an item of the table. */
  public static LevelItem of(Map<String, AttributeValue> item) {
    return new LevelItem(new Attributes(item));
  }

  /** Whether an item of the table is a level. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.get(Table.SK).s().startsWith(Keys.LEVEL_PREFIX);
  }

  /** The key of a level. */
  public static Map<String, AttributeValue> key(StockKey key) {
    return Values.key(Keys.warehouse(key.warehouse()), Keys.level(key.itemId()));
  }

  /** The attributes that follow from the key, and never change. */
  private static Map<String, AttributeValue> identity(StockKey key) {
    return new ItemBuilder(Map.of())
        .text(Table.ITEM_INDEX_PK, Keys.item(key.itemId()))
        .text(Table.ITEM_INDEX_SK, Keys.levelIn(key.warehouse()))
        .text(ITEM_ID, key.itemId())
        .text(WAREHOUSE, key.warehouse())
        .build();
  }

  /**
   * The attributes that a level consists of; it lacks those of {@link #OPTIONAL} that it has not.
   */
  private static Map<String, AttributeValue> attributes(StockLevel level) {
    return new ItemBuilder(Map.of())
        .number(STOCK_LEVEL, level.units())
        .text(LATEST, level.latest())
        .text(ITEM_NAME, level.itemName())
        .text(COUNTED, level.counted())
        .text(NAMED, Optional.of(level.named()).filter(named -> !named.equals(level.latest())))
        .text(LISTED, level.listed())
        .flag(REMOVED, level.removed())
        .build();
  }

  /**
   * The whole item of a level.
   *
   * @param revision how many movements were recorded
   */
  public static Map<String, AttributeValue> toItem(
      StockKey key, StockLevel level, BigInteger revision, Instant updatedAt) {
    return new ItemBuilder(key(key))
        .putAll(identity(key))
        .putAll(attributes(level))
        .number(REVISION, revision)
        .instant(UPDATED_AT, updatedAt)
        .build();
  }

  /**
   * The update by a movement that is expected to be the latest of its item: it adds a change, or
   * sets a count, without reading the level first. The condition fails if it is not the latest.
   *
   * @param durable the sources of earlier movements of the level that are stored, whose marks it
   *     removes
   */
  public static ItemUpdate afterLatest(Movement movement, Collection<String> durable, Instant now) {
    ItemUpdate update =
        written(now)
            .setAll(identity(movement.key()))
            .set(LATEST, text(movement.position()))
            .onlyIf(
                "attribute_not_exists(#pk) OR #latest < :first",
                Map.of(":first", text(Position.time(movement.firstTime()))));
    if (movement.kind() == Kind.COUNT) {
      update.set(STOCK_LEVEL, number(movement.total()));
      update.set(COUNTED, text(movement.position()));
    } else {
      update.add(STOCK_LEVEL, number(movement.total()));
    }
    name(movement, update);
    list(movement, update);
    mark(movement, durable, update);
    return update;
  }

  /** Every movement raises the revision. */
  private static ItemUpdate written(Instant now) {
    return new ItemUpdate().set(UPDATED_AT, text(now.toString())).add(REVISION, number(1));
  }

  /** A movement without a name leaves the item's name, and the position where it got it. */
  private static void name(Movement movement, ItemUpdate update) {
    if (!movement.itemName().isEmpty()) {
      update.set(ITEM_NAME, text(movement.itemName())).remove(NAMED);
      return;
    }
    update
        .set(ITEM_NAME, "if_not_exists(#itemName, :itemName)", text(movement.key().itemId()))
        .set(NAMED, "if_not_exists(#named, if_not_exists(#latest, :named))", text(Position.NONE));
  }

  private static void list(Movement movement, ItemUpdate update) {
    if (!movement.isListing()) {
      return;
    }
    update.set(LISTED, text(movement.position()));
    if (movement.isRemoval()) {
      update.set(REMOVED, AttributeValue.fromBool(true));
    } else {
      update.remove(REMOVED);
    }
  }

  /**
   * The update by a movement that is not the latest. The condition fails if another movement was
   * added since the level was read, or if the level was removed.
   *
   * @param revision the revision of the level that was read
   * @param latest the position of the latest movement of the level that was read
   * @param late the {@link #late} of the level that was read
   * @param to the level with the movement
   * @param durable as of {@link #afterLatest}
   */
  public static ItemUpdate afterLate(
      Movement movement,
      BigInteger revision,
      String latest,
      Optional<String> late,
      StockLevel to,
      Collection<String> durable,
      Instant now) {
    ItemUpdate update =
        written(now)
            .set(LATE, text(Position.earlier(late, Position.time(movement.firstTime()))))
            .onlyIf("#revision = :read", Map.of(":read", number(revision)))
            .onlyIfStill(LATEST, text(latest));
    set(to, update);
    mark(movement, durable, update);
    return update;
  }

  private static void set(StockLevel level, ItemUpdate update) {
    Map<String, AttributeValue> attributes = attributes(level);
    update.setAll(attributes);
    OPTIONAL.stream().filter(name -> !attributes.containsKey(name)).forEach(update::remove);
  }

  /** Removes marks, at least one; never creates a level. */
  public static ItemUpdate withoutMarks(Collection<String> sources) {
    ItemUpdate update = new ItemUpdate().onlyIf("attribute_exists(#pk)", Map.of());
    remove(sources, update);
    return update;
  }

  private static void mark(Movement movement, Collection<String> durable, ItemUpdate update) {
    update.set(
        MARK_PREFIX + movement.source(), AttributeValue.fromM(MovementItem.toMark(movement)));
    remove(durable.stream().filter(source -> !source.equals(movement.source())).toList(), update);
  }

  private static void remove(Collection<String> sources, ItemUpdate update) {
    sources.forEach(source -> update.remove(MARK_PREFIX + source));
  }

  /**
   * The update that records a proof. The condition fails if a movement was added since the level
   * was read. It changes neither the revision nor an attribute of an index.
   */
  public static ItemUpdate proved(LevelProof proof) {
    ItemUpdate update =
        new ItemUpdate()
            .set(PROVED_REVISION, number(proof.revision()))
            .set(PROVED_UNITS, number(proof.units()))
            .set(PROVED_THROUGH, text(proof.through()))
            .set(PROVED_NAME, text(proof.itemName()))
            .remove(LATE)
            .onlyIf("#revision = :read", Map.of(":read", number(proof.revision())));
    return proof.removed()
        ? update.set(PROVED_REMOVED, AttributeValue.fromBool(true))
        : update.remove(PROVED_REMOVED);
  }

  /**
   * What the validation last proved; empty if it never did, or if a rebuild corrected the level.
   */
  public Optional<LevelProof> proof() {
    return item.optionalWhole(PROVED_REVISION)
        .map(
            revision ->
                new LevelProof(
                    revision,
                    item.whole(PROVED_UNITS),
                    item.text(PROVED_THROUGH),
                    item.text(PROVED_NAME),
                    item.flag(PROVED_REMOVED)));
  }

  /**
   * The {@link Position#time} of the earliest row that came behind the level's latest movement
   * since the last proof. The closings whose {@code through} is at this time or later do not
   * include it: they are not valid until the next proof. Empty if all movements since came in
   * order.
   */
  public Optional<String> late() {
    return item.optionalText(LATE);
  }

  /**
   * The update that corrects a level and keeps the other attributes of its item, but for its proof.
   *
   * @param from the level that was read; empty if there was none
   * @param revision the revision of the corrected level
   */
  public static ItemUpdate corrected(
      StockKey key, StockLevel to, BigInteger revision, Optional<Parts> from, Instant now) {
    ItemUpdate update =
        new ItemUpdate()
            .setAll(identity(key))
            .set(UPDATED_AT, text(now.toString()))
            .set(REVISION, number(revision))
            .onlyIf(unchanged(from), expected(from));
    set(to, update);
    PROOF.forEach(update::remove);
    return update;
  }

  /** Condition: the level is as it was read, with the values of {@link #expected}. */
  public static String unchanged(Optional<Parts> from) {
    if (from.isEmpty()) {
      return "attribute_not_exists(#pk)";
    }
    return from.get().revision().isPresent()
        ? "#revision = :expected"
        : "attribute_exists(#pk) AND attribute_not_exists(#revision)";
  }

  /** The values of {@link #unchanged}. */
  public static Map<String, AttributeValue> expected(Optional<Parts> from) {
    return from.flatMap(Parts::revision)
        .map(revision -> Map.of(":expected", number(revision)))
        .orElse(Map.of());
  }

  /**
   * What is there of a level: all of it, unless somebody damaged the item.
   *
   * @param named the position of the movement that named the item
   * @param isInPlace whether the attributes agree with the key
   */
  public record Parts(
      Optional<BigInteger> units,
      Optional<String> counted,
      Optional<String> latest,
      Optional<String> itemName,
      Optional<String> named,
      Optional<String> listed,
      boolean removed,
      Optional<BigInteger> revision,
      boolean isInPlace) {}

  /** What is there of the level of a key. */
  public Parts parts(StockKey key) {
    return new Parts(
        item.optionalWhole(STOCK_LEVEL),
        item.optionalText(COUNTED),
        item.optionalText(LATEST),
        item.optionalText(ITEM_NAME),
        item.optionalText(NAMED).or(() -> item.optionalText(LATEST)),
        item.optionalText(LISTED),
        removed(),
        item.optionalWhole(REVISION),
        item.item().entrySet().containsAll(identity(key).entrySet()));
  }

  /** The level. */
  public StockLevel level() {
    return new StockLevel(
        stockLevel(),
        item.optionalText(COUNTED),
        item.text(LATEST),
        itemName(),
        named(),
        item.optionalText(LISTED),
        removed());
  }

  /** The item and the warehouse; empty text for a name that is absent. */
  public StockKey stockKey() {
    return new StockKey(
        item.optionalText(WAREHOUSE).orElse(""), item.optionalText(ITEM_ID).orElse(""));
  }

  /** The item's identifier. */
  public String itemId() {
    return item.text(ITEM_ID);
  }

  /** The warehouse. */
  public String warehouse() {
    return item.text(WAREHOUSE);
  }

  @Override
  public String itemName() {
    return item.text(ITEM_NAME);
  }

  @Override
  public String named() {
    return item.optionalText(NAMED).orElseGet(() -> item.text(LATEST));
  }

  @Override
  public BigInteger stockLevel() {
    return item.whole(STOCK_LEVEL);
  }

  @Override
  public boolean removed() {
    return item.flag(REMOVED);
  }

  /**
   * Its marks: movements that changed the level and may not be stored yet. A mark is a movement for
   * all who read the history: they read the level first, then the stored movements, and unite both
   * with {@link inventory.model.movement.History}.
   *
   * @param key the item and warehouse of the level
   * @return in no order; those with many rows lack them, see {@link MovementItem#toMark}
   */
  public List<Movement> marks(StockKey key) {
    return item.item().entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(MARK_PREFIX))
        .map(attribute -> MovementItem.of(key, attribute.getValue().m()).movement())
        .toList();
  }

  /**
   * Whether a file changed the level after an earlier image of it.
   *
   * @param before the earlier image; empty if there was no level
   */
  public boolean wasChangedByFile(Optional<LevelItem> before) {
    return item.item().entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(MARK_PREFIX))
        .filter(mark -> before.filter(level -> level.item().has(mark.getKey())).isEmpty())
        .anyMatch(mark -> MovementItem.isOfFile(mark.getValue().m()));
  }

  /** How many movements were recorded: every movement adds 1. */
  public BigInteger revision() {
    return item.whole(REVISION);
  }

  /** When it was last written, in ISO 8601. */
  public String updatedAt() {
    return item.text(UPDATED_AT);
  }
}
