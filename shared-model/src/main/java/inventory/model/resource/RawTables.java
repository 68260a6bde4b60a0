package inventory.model.resource;

import inventory.model.resource.RawTable.Column;
import inventory.model.resource.RawTable.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The raw files as tables for SQL (requirement R7), in Glue for Athena in AWS and in DuckDB on one
 * machine. A query written for one runs on the other. The tables contain the files exactly as they
 * were dropped, including rejected rows and duplicates.
 */
public final class RawTables {

  /** The database's name. */
  public static final String DATABASE = "inventory";

  /** The partition column: the day in a file's key, as text in {@link #DAY_FORMAT}. */
  public static final String DAY = "day";

  /** The format of a day, in keys and in the partition column. */
  public static final String DAY_FORMAT = "yyyy/MM/dd";

  /** The first day that Athena reads, in {@link #DAY_FORMAT}; the last is that of the query. */
  public static final String FIRST_DAY = "2021/01/01";

  /**
   * The prefix of count files that SQL can read. The system accepts any key, but the files of a
   * table must have one prefix.
   */
  public static final String COUNTS_PREFIX = "count_files/";

  /** Transactions (requirement I2). */
  public static final RawTable INVENTORY_FILES =
      new RawTable(
          "inventory_files",
          "Transaction files as warehouses dropped them, one row per line.",
          "inventory_files/",
          Form.CELLS,
          List.of(
              text("Timestamp", "when it happened, ISO 8601 with an offset"),
              text("WarehouseName", "the warehouse"),
              text("ItemId", "the item's id"),
              text("ItemName", "the item's name"),
              Column.of("StockLevelChange", RawTable.Type.BIGINT, "units in; out if negative")));

  /** Counts (requirement I3). */
  public static final RawTable COUNT_FILES =
      new RawTable(
          "count_files",
          "Count files as stores dropped them, one row per line.",
          COUNTS_PREFIX,
          Form.CELLS,
          List.of(
              text("store", "the store"),
              text("item", "the item's id"),
              Column.of("count", RawTable.Type.BIGINT, "units found")));

  /** Thresholds (requirement T1). */
  public static final RawTable RESTOCK_THRESHOLDS =
      new RawTable(
          "restock_thresholds",
          "Threshold files as they were dropped, one row per file; a file must be one line.",
          Inbox.THRESHOLDS_PREFIX,
          Form.JSON,
          List.of(
              new Column(
                  "ThresholdList",
                  RawTable.Type.RECORDS,
                  "the entries",
                  List.of(
                      text("ItemId", "the item's id"),
                      text("WarehouseName", "the warehouse; null for all"),
                      text("RestockIfBelow", "units, as text"),
                      text("OrderUpTo", "the level that an order restores"),
                      text("PackSize", "the units in a pack")))));

  /** Rejected events. */
  public static final RawTable EVENTS_REJECTED =
      new RawTable(
          "events_rejected",
          "Rejected events of the stream, one row per event.",
          Inbox.REJECTED_EVENTS_PREFIX,
          Form.JSON,
          List.of(
              text("field", "the bad field; empty if it is not a single one"),
              text("reason", "the reason"),
              text("eventID", "the record's identity"),
              text("partitionKey", "the record's partition key"),
              text("sequenceNumber", "the record's position in the stream"),
              text("arrivedAt", "when the stream stored it, ISO 8601"),
              text("data", "the published data, if it is text"),
              text("dataBase64", "the published data, if it is not text")));

  /** All tables. */
  public static final List<RawTable> ALL =
      List.of(INVENTORY_FILES, COUNT_FILES, RESTOCK_THRESHOLDS, EVENTS_REJECTED);

  // Athena ignores objects that Hadoop treats as hidden.
  private static final Pattern REST = Pattern.compile("(\\d{4}/\\d{2}/\\d{2})/(?:.*/)?[^/_.][^/]*");

  private RawTables() {}

  private static Column text(String source, String meaning) {
    return Column.of(source, RawTable.Type.STRING, meaning);
  }

  /**
   * The partition of a file in a table.
   *
   * @param table the table
   * @param key the file's key
   * @return the partition, in {@link #DAY_FORMAT}; empty if the file is not in the table
   */
  public static Optional<String> day(RawTable table, String key) {
    if (!key.startsWith(table.prefix())) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(key.substring(table.prefix().length()));
    return rest.matches() ? Optional.of(rest.group(1)) : Optional.empty();
  }
}
