package inventory.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A directory of files in all dialects, as warehouses drop them: changes from the last month and,
 * because clocks may be wrong, from the next days. Every tenth file is a count of a warehouse.
 */
final class Directory {

  private static final int WAREHOUSES = 20;
  private static final int ITEMS = 300;
  private static final int COUNT_ONE_IN = 10;
  private static final long MONTH_SECONDS = Duration.ofDays(30).toSeconds();
  private static final Duration AHEAD = Duration.ofDays(2);

  private final Random random;
  private final Instant now;

  /**
   * Creates a directory.
   *
   * @param now a time between the changes before and after the counts, which are dated when they
   *     are dropped
   */
  Directory(long seed, Instant now) {
    this.random = new Random(seed);
    this.now = now;
  }

  List<InventoryFile> files(int count, int rows) {
    List<InventoryFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Dialect dialect = Dialect.ALL.get(i % Dialect.ALL.size());
      files.add(
          i % COUNT_ONE_IN == COUNT_ONE_IN - 1
              ? counts(i / COUNT_ONE_IN, dialect, rows)
              : changes(i, dialect, rows));
    }
    return files;
  }

  private InventoryFile changes(int number, Dialect dialect, int rows) {
    List<Fact> changes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Instant time = now.minusSeconds(1 + random.nextLong(MONTH_SECONDS));
      boolean isAhead = random.nextInt(10) == 0;
      changes.add(
          Fact.change(
              warehouse(random.nextInt(WAREHOUSES)),
              item(random.nextInt(ITEMS)),
              isAhead ? now.plus(AHEAD).plusNanos(row) : time,
              random.nextLong(-1_000, 1_000)));
    }
    String key = "inventory_files/2026/11/21/%06d_inventory.csv".formatted(number);
    return InventoryFile.changes(key, dialect, changes);
  }

  /** No item is counted twice, because only S3 decides which of two counts is later. */
  private InventoryFile counts(int number, Dialect dialect, int rows) {
    List<Fact> counts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int pair = number * rows + row;
      boolean isKnown = pair < WAREHOUSES * ITEMS;
      String warehouse = isKnown ? warehouse(pair % WAREHOUSES) : "Lager, neu \"" + number + '"';
      counts.add(
          Fact.count(
              warehouse,
              item(isKnown ? pair / WAREHOUSES : row),
              now,
              random.nextLong(Long.MAX_VALUE)));
    }
    return InventoryFile.counts("counts/inventory-%d.csv".formatted(number), dialect, counts);
  }

  /** Names with characters that delimiters or URLs could break. */
  private static String warehouse(int number) {
    return "Köln; Halle %d/%d, Tor".formatted(number / 2, number % 2);
  }

  private static String item(int number) {
    return "it%02d+ %d%%".formatted(number % 100, number / 100);
  }
}
