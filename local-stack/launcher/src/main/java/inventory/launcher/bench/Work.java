package inventory.launcher.bench;

import inventory.model.StockKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files to take in, and what they add up to.
 *
 * @param title what it is called in reports
 * @param rows rows of all files together
 * @param files the files by the keys to put them under, in the order of their rows' times
 * @param firstRows the first rows, for a loader that takes rows
 * @param totals the level of each item in each warehouse when all is taken in, in units
 */
record Work(
    String title,
    int rows,
    List<WorkFile> files,
    List<WorkRow> firstRows,
    Map<StockKey, Long> totals) {

  /** A file on disk. */
  record WorkFile(String key, Path path) {}

  /** A row. */
  record WorkRow(StockKey key, String time, String itemName, long change) {}

  /** The warehouses, which no other work has. */
  Set<String> warehouses() {
    return totals.keySet().stream().map(StockKey::warehouse).collect(Collectors.toSet());
  }
}
