package inventory.local.demo;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the system reports against what the files add up to. */
final class Comparison {

  private final List<String> differences = new ArrayList<>();

  /** What differs, a sentence each. */
  List<String> differences() {
    return differences;
  }

  /** Compares every level of every warehouse, both ways. Returns how many there are. */
  int levels(ReportingClient reports, Map<StockKey, BigInteger> expected)
      throws InterruptedException {
    Map<StockKey, BigInteger> actual = new HashMap<>();
    for (String warehouse : reports.warehouses()) {
      for (ReportingClient.StockedItem item : reports.items(warehouse)) {
        actual.put(new StockKey(warehouse, item.itemId()), item.stockLevel());
      }
    }
    expected.forEach((key, level) -> compare(name(key), level, actual.get(key)));
    actual.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> compare(name(key), null, actual.get(key)));
    return expected.size();
  }

  /** Compares the total of every item. Returns how many there are. */
  int totals(ReportingClient reports, Map<StockKey, BigInteger> expected)
      throws InterruptedException {
    Map<String, BigInteger> totals = new TreeMap<>();
    expected.forEach((key, level) -> totals.merge(key.itemId(), level, BigInteger::add));
    for (Map.Entry<String, BigInteger> total : totals.entrySet()) {
      BigInteger actual = reports.item(total.getKey()).total();
      compare("the total of " + total.getKey(), total.getValue(), actual);
    }
    return totals.size();
  }

  /** Compares how every file ended. Returns how many there are. */
  int files(Drops drops) throws InterruptedException {
    Map<String, ReportingClient.File> records = new HashMap<>();
    drops.records().forEach(record -> records.put(record.key(), record));
    compare("the set of recorded files", drops.dropped().keySet(), records.keySet());
    records.forEach((key, record) -> file(drops.dropped().get(key), record));
    return records.size();
  }

  private void file(DemoFile file, ReportingClient.File record) {
    if (file != null) {
      compare("the status of " + record.key(), file.expected(), record.status());
      compare("rows applied of " + record.key(), (long) file.facts().size(), record.rowsApplied());
      compare("rows rejected of " + record.key(), (long) file.badRows(), record.rowsRejected());
    }
  }

  private void compare(String what, Object expected, Object actual) {
    if (expected == null || !expected.equals(actual)) {
      differences.add("%s is %s, but should be %s".formatted(what, actual, expected));
    }
  }

  private static String name(StockKey key) {
    return "the level of " + key.itemId() + " in " + key.warehouse();
  }
}
