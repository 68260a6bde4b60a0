package inventory.model.counter.dynamodb;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.model.table.AlertItem;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What each item of the table adds to the counters. A counter is the sum over all items, so its
 * change is the difference of two images of an item.
 */
public final class Counted {

  private static final Set<String> SHOWN = Set.of(Keys.RECIPIENTS, Keys.WEBHOOKS);
  private static final List<String> SHOWN_PREFIXES =
      List.of(Keys.WAREHOUSE_PREFIX, Keys.ITEM_PREFIX, Keys.FILE_PREFIX, Keys.AUDIT_PREFIX);

  private Counted() {}

  /** Whether an item is a level; false if it is empty. */
  public static boolean isLevel(Map<String, AttributeValue> item) {
    return !item.isEmpty()
        && item.get(Table.PK).s().startsWith(Keys.WAREHOUSE_PREFIX)
        && LevelItem.isOne(item);
  }

  /**
   * What a write of an item adds to the counters: the difference of its two images, and one change
   * if the dashboard shows it.
   *
   * @param before the item before the write; empty if there was none
   * @param after the item after the write; empty if it was deleted
   */
  public static Amounts difference(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    Amounts amounts = by(after).minus(by(before));
    return isShown(after.isEmpty() ? before : after)
        ? amounts.plus(Amounts.of(new Counter.OfEverything(), one(CounterItem.CHANGES)))
        : amounts;
  }

  /**
   * Whether the dashboard shows an item: levels, alerts, snoozes, thresholds, files, runs, rules
   * for recipients, webhook endpoints, deliveries and decisions. Claims and leases, which services
   * renew while nothing happens, are not shown, nor are the counters themselves.
   */
  private static boolean isShown(Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return false;
    }
    String pk = item.get(Table.PK).s();
    boolean isOnly = item.get(Table.SK).s().equals(Keys.ONLY);
    return SHOWN.contains(pk)
        || SHOWN_PREFIXES.stream().anyMatch(pk::startsWith)
        || (pk.startsWith(Keys.RUN_PREFIX) && isOnly)
        || (pk.startsWith(Keys.WEBHOOK_PREFIX) && !isOnly);
  }

  /** What an item adds to the counters while it exists. */
  public static Amounts by(Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Amounts.NONE;
    } else if (isLevel(item)) {
      return level(LevelItem.of(item));
    } else if (AlertItem.isOne(item)) {
      return alert(AlertItem.of(item));
    } else if (FileItem.isOne(item)) {
      return file(FileItem.of(item));
    } else if (item.get(Table.PK).s().equals(Keys.WAREHOUSES)) {
      return warehouse(WarehouseItem.of(item));
    }
    return Amounts.NONE;
  }

  /** A level that somebody damaged has no units, until a rebuild corrects it. */
  private static Amounts level(LevelItem level) {
    StockKey key = level.stockKey();
    return inWarehouse(
        key.warehouse(), CounterItem.ofLevel(level.parts(key).units().orElse(BigInteger.ZERO)));
  }

  private static Amounts inWarehouse(String warehouse, Map<String, BigInteger> numbers) {
    return Amounts.of(new Counter.OfWarehouse(warehouse), numbers)
        .plus(Amounts.of(new Counter.OfEverything(), numbers));
  }

  private static Amounts alert(AlertItem alert) {
    if (alert.record().since().isEmpty()) {
      return Amounts.NONE;
    }
    AlertId id = alert.alert();
    return id.warehouse()
        .map(name -> inWarehouse(name, one(CounterItem.open(alert.record().state()))))
        .orElseGet(
            () ->
                Amounts.of(
                    new Counter.OfEverything(),
                    one(CounterItem.openTotal(alert.record().state()))));
  }

  private static Map<String, BigInteger> one(String name) {
    return Map.of(name, BigInteger.ONE);
  }

  private static Amounts file(FileItem file) {
    Map<String, BigInteger> numbers = new HashMap<>(one(CounterItem.files(file.status())));
    numbers.put(CounterItem.ROWS_APPLIED, BigInteger.valueOf(file.rowsApplied()));
    numbers.put(CounterItem.ROWS_REJECTED, BigInteger.valueOf(file.rowsRejected()));
    LocalDate day = LocalDate.ofInstant(file.receivedAt(), ZoneOffset.UTC);
    return Amounts.of(new Counter.OfDay(day), numbers);
  }

  private static Amounts warehouse(WarehouseItem warehouse) {
    return warehouse.name().isPresent()
        ? Amounts.of(new Counter.OfEverything(), one(CounterItem.WAREHOUSES))
        : Amounts.NONE;
  }
}
