package inventory.model.counter.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.FileStatus;
import inventory.model.StockState;
import inventory.model.counter.Counter;
import inventory.model.table.Attributes;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import inventory.model.table.WarehouseItem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The numbers of a {@link Counter}. Those of a warehouse are in the record of the warehouse. A
 * number that is absent is 0.
 *
 * @param item the attributes
 */
public record CounterItem(Attributes item) {

  /** The warehouses that have a name. */
  public static final String WAREHOUSES = "warehouses";

  /** The levels: an item counts once in each warehouse that has it. */
  public static final String ITEMS = "items";

  // The sum of the levels in units. A number has at most 38 digits, and so has a single level, so
  // what is above the lowest 18 digits of each level is added up by itself.
  private static final String UNITS = "units";
  private static final String UNITS_HIGH = "unitsHigh";
  private static final BigInteger HIGH = BigInteger.TEN.pow(18);

  /** The rows of files that were applied. */
  public static final String ROWS_APPLIED = "rowsApplied";

  /** The rows of files that were rejected. */
  public static final String ROWS_REJECTED = "rowsRejected";

  /** The changes of what the dashboard shows, counted as they pass the stream; never corrected. */
  static final String CHANGES = "changes";

  private static final String COUNTED_AT = "countedAt";
  private static final String LAST_FILE_AT = "lastFileAt";
  private static final String OPEN = "open";
  private static final String OPEN_TOTAL = "openTotal";
  private static final String FILES = "files";
  private static final String CORRECTION = "correction";
  private static final Set<String> NAMES = names();

  /** The name of the number of open alerts on items in warehouses, in a state. */
  public static String open(StockState state) {
    return OPEN + state;
  }

  /** The name of the number of open alerts on totals, in a state. */
  public static String openTotal(StockState state) {
    return OPEN_TOTAL + state;
  }

  /** The name of the number of files in a status. */
  public static String files(FileStatus status) {
    return FILES + status;
  }

  /**
   * The numbers of a level.
   *
   * @param units of at most 38 digits
   */
  static Map<String, BigInteger> ofLevel(BigInteger units) {
    BigInteger[] parts = units.divideAndRemainder(HIGH);
    return Map.of(ITEMS, BigInteger.ONE, UNITS_HIGH, parts[0], UNITS, parts[1]);
  }

  private static Set<String> names() {
    Set<String> names =
        new HashSet<>(Set.of(WAREHOUSES, ITEMS, UNITS, UNITS_HIGH, ROWS_APPLIED, ROWS_REJECTED));
    for (StockState state : StockState.values()) {
      names.addAll(Set.of(open(state), openTotal(state)));
    }
    for (FileStatus status : FileStatus.values()) {
      names.add(files(status));
    }
    return names;
  }

  /** Reads an item of the table. */
  public static CounterItem of(Map<String, AttributeValue> item) {
    return new CounterItem(new Attributes(item));
  }

  /** The key of a counter's record. */
  public static Map<String, AttributeValue> key(Counter counter) {
    if (counter instanceof Counter.OfWarehouse one) {
      return WarehouseItem.key(one.warehouse());
    }
    return Values.key(
        Keys.COUNTERS,
        counter instanceof Counter.OfDay one ? Keys.filesCounted(one.day()) : Keys.EVERYTHING);
  }

  /** Adds to numbers, by their names; at least one. */
  public static ItemUpdate add(Map<String, BigInteger> amounts, Instant now) {
    ItemUpdate update = new ItemUpdate().set(COUNTED_AT, text(now.toString()));
    amounts.forEach((name, amount) -> update.add(name, number(amount)));
    return update;
  }

  /**
   * Adds what numbers lack, once.
   *
   * @param id of the correction: a second update with it fails
   */
  public static ItemUpdate correct(Map<String, BigInteger> amounts, String id, Instant now) {
    return add(amounts, now)
        .set(CORRECTION, text(id))
        .onlyIf("attribute_not_exists(#correction) OR #correction <> :correction", Map.of());
  }

  /** Records when a file changed a level of a warehouse, unless a later time is on record. */
  public static ItemUpdate lastFile(Instant at) {
    return new ItemUpdate()
        .set(LAST_FILE_AT, text(at.toString()))
        .onlyIf("attribute_not_exists(#lastFileAt) OR #lastFileAt < :lastFileAt", Map.of());
  }

  /** All numbers by their names. */
  public Map<String, BigInteger> numbers() {
    return NAMES.stream()
        .filter(item::has)
        .collect(Collectors.toMap(Function.identity(), item::whole));
  }

  /** A number; 0 if it is absent. */
  public long count(String name) {
    return item.count(name);
  }

  /** How often something that the dashboard shows changed. Greater after each change. */
  public long changes() {
    return item.count(CHANGES);
  }

  /** The sum of the levels, in units. */
  public BigInteger units() {
    return whole(UNITS_HIGH).multiply(HIGH).add(whole(UNITS));
  }

  private BigInteger whole(String name) {
    return item.optionalWhole(name).orElse(BigInteger.ZERO);
  }

  /** When a number was last changed; empty if none ever was. */
  public Optional<Instant> countedAt() {
    return item.optionalInstant(COUNTED_AT);
  }

  /** When a file last changed a level of the warehouse; empty if none did. */
  public Optional<Instant> lastFileAt() {
    return item.optionalInstant(LAST_FILE_AT);
  }
}
