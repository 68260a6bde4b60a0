package inventory.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Fifty files of two hundred good rows, except for planted defects. No good row removes units. */
final class PlantedDefects {

  static final int FILES = 50;
  static final int ROWS = 200;

  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final int ITEMS = 8;
  private static final int WAREHOUSES = 5;
  private static final int GROUPS = 10;

  private final Random random = new Random(4_711);
  private final Instant start;
  // The planted rows, by file and by the row before them.
  private final Map<Integer, Map<Integer, String>> planted = new TreeMap<>();
  private final List<String> expected = new ArrayList<>();

  /**
   * Creates the files without defects.
   *
   * @param start the time of the first row
   */
  PlantedDefects(Instant start) {
    this.start = start;
  }

  static String key(int file) {
    return "inventory_files/2026/11/20/%02d_inventory.csv".formatted(file);
  }

  /** Replaces a row by a bad one, and records which check must find it. */
  void plant(int file, int row, String text, String check) {
    planted.computeIfAbsent(file, f -> new TreeMap<>()).put(row, text + "\n");
    expect(key(file), row, check);
  }

  /** Records an expected finding; the header is line 1, row 0 is line 2. */
  void expect(String key, int row, String check) {
    expected.add("%s:%s %s".formatted(key, row < 0 ? "" : row + 2, check));
  }

  /** The expected findings, each as file, line and check. */
  List<String> expected() {
    return expected;
  }

  /** A row with its time. */
  String row(int file, int row, String warehouse, String item, String name, long change) {
    return "%s\t%s\t%s\t%s\t%d".formatted(time(file, row), warehouse, item, name, change);
  }

  Instant time(int file, int row) {
    return start.plus(Duration.ofMinutes(file)).plusMillis(100L * row);
  }

  /** The files. */
  List<InventoryFile> files() {
    List<InventoryFile> files = new ArrayList<>();
    for (int file = 0; file < FILES; file++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int row = 0; row < ROWS; row++) {
        Map<Integer, String> rows = planted.getOrDefault(file, Map.of());
        text.append(rows.containsKey(row) ? rows.get(row) : goodRow(file, row) + "\n");
      }
      files.add(new InventoryFile(key(file), text.toString(), List.of()));
    }
    return files;
  }

  /** Files that are processed in parallel rarely have the same items, so they do not wait. */
  private String goodRow(int file, int row) {
    int pair = row % (ITEMS * WAREHOUSES);
    int item = pair % ITEMS;
    String warehouse = "Berlin " + (1 + pair / ITEMS);
    return row(file, row, warehouse, item(file, item), "Name of " + item, 1 + random.nextInt(100));
  }

  static String item(int file, int number) {
    return "it-%d-%d".formatted(file % GROUPS, number);
  }
}
