package inventory.model.resource;

import inventory.model.resource.RawTable.Column;
import inventory.model.resource.RawTable.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The raw files as tables for SQL (requirement R7): Glue's for Athena in the cloud, DuckDB's on one
 * machine, so that a query written here runs there. They show what was dropped, as it was dropped:
 * also what was rejected, and what came twice.
 */
public final class RawTables {

  /** The database's name. */
  public static final String DATABASE = "inventory";

  /** The partition column: the day that a file's key names, as text in {@link #DAY_FORMAT}. */
  public static final String DAY = "day";

  /** How a day is written, in keys and in the partition column. */
  public static final String DAY_FORMAT = "yyyy/MM/dd";

  /** The first day that Athena looks for, in {@link #DAY_FORMAT}; the last is that of the query. */
  public static final String FIRST_DAY = "2021/01/01";

  /**
   * Where count files are dropped that SQL is to find. Any other key is as good to the system, but
   * a table's files must lie in one place.
   */
  public static final String COUNTS_PREFIX = "count_files/";

  /** Transactions (requirement I2). */
  public static final RawTable INVENTORY_FILES =
      new RawTable(
          "inventory_files",
          "What warehouses dropped as transactions: a row for each line.",
          "inventory_files/",
          Form.CELLS,
          List.of(
              text("Timestamp", "when it happened, ISO 8601 with an offset"),
              text("WarehouseName", "in which warehouse"),
              text("ItemId", "which item"),
              text("ItemName", "what it is called"),
              Column.of("StockLevelChange", RawTable.Type.BIGINT, "units in; out if negative")));

  /** Counts (requirement I3). */
  public static final RawTable COUNT_FILES =
      new RawTable(
          "count_files",
          "What stores dropped as counts: a row for each line.",
          COUNTS_PREFIX,
          Form.CELLS,
          List.of(
              text("store", "in which store"),
              text("item", "which item"),
              Column.of("count", RawTable.Type.BIGINT, "units that are there")));

  /** Thresholds (requirement T1). */
  public static final RawTable RESTOCK_THRESHOLDS =
      new RawTable(
          "restock_thresholds",
          "What was dropped as thresholds: a row for each file, which must be written in one line.",
          Inbox.THRESHOLDS_PREFIX,
          Form.JSON,
          List.of(
              new Column(
                  "ThresholdList",
                  RawTable.Type.RECORDS,
                  "the entries",
                  List.of(
                      text("ItemId", "of which item"),
                      text("WarehouseName", "in which warehouse; null for all"),
                      text("RestockIfBelow", "units, as text")))));

  /** Events that could not be applied. */
  public static final RawTable EVENTS_REJECTED =
      new RawTable(
          "events_rejected",
          "Events of the stream that could not be applied: a row for each.",
          Inbox.REJECTED_EVENTS_PREFIX,
          Form.JSON,
          List.of(
              text("field", "which field is wrong; empty if it is none alone"),
              text("reason", "why"),
              text("eventID", "the record's identity"),
              text("partitionKey", "the record's partition key"),
              text("sequenceNumber", "the record's place in the stream"),
              text("arrivedAt", "when the stream took it in, ISO 8601"),
              text("data", "what was published, where that is text"),
              text("dataBase64", "what was published, where it is not")));

  /** All tables. */
  public static final List<RawTable> ALL =
      List.of(INVENTORY_FILES, COUNT_FILES, RESTOCK_THRESHOLDS, EVENTS_REJECTED);

  // Athena passes over objects that Hadoop takes for hidden.
  private static final Pattern REST = Pattern.compile("(\\d{4}/\\d{2}/\\d{2})/(?:.*/)?[^/_.][^/]*");

  private RawTables() {}

  private static Column text(String source, String meaning) {
    return Column.of(source, RawTable.Type.STRING, meaning);
  }

  /**
   * The day by which a file is in a table.
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
