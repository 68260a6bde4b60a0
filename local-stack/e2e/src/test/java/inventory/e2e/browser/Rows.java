package inventory.e2e.browser;

/** Transaction files as text. */
final class Rows {

  /** The first line. */
  static final String HEADER = "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";

  private Rows() {}

  /** A change at a fixed time. */
  static String row(String warehouse, String id, String name, long change) {
    return row("2026-11-20T10:00:00Z", warehouse, id, name, change);
  }

  /** A change at a time. */
  static String row(String time, String warehouse, String id, String name, long change) {
    return String.join("\t", time, warehouse, id, name, String.valueOf(change)) + "\n";
  }

  /** A whole file. */
  static String file(String... rows) {
    return HEADER + String.join("", rows);
  }
}
