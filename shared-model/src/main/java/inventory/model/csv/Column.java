package inventory.model.csv;

import inventory.model.FileKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of requirements I2 and I3, and those that a rejects file adds. */
enum Column {
  TIMESTAMP("Timestamp", FileKind.TRANSACTIONS),
  WAREHOUSE_NAME("WarehouseName", FileKind.TRANSACTIONS),
  ITEM_ID("ItemId", FileKind.TRANSACTIONS),
  ITEM_NAME("ItemName", FileKind.TRANSACTIONS),
  STOCK_LEVEL_CHANGE("StockLevelChange", FileKind.TRANSACTIONS),
  STORE("store", FileKind.COUNT),
  ITEM("item", FileKind.COUNT),
  COUNT("count", FileKind.COUNT),
  // A rejects file that was corrected can be dropped as it is: these are read past.
  REJECTED_LINE("RejectedLine", FileKind.UNKNOWN),
  REJECTED_COLUMN("RejectedColumn", FileKind.UNKNOWN),
  REJECTED_REASON("RejectedReason", FileKind.UNKNOWN);

  private final String title;
  private final FileKind kind;

  Column(String title, FileKind kind) {
    this.title = title;
    this.kind = kind;
  }

  /** How the column is called in files. */
  String title() {
    return title;
  }

  /** The column of a header's cell, whatever its case. */
  static Optional<Column> of(String cell) {
    String wanted = cell.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(column -> column.title.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** The columns that every file of a kind has; those of a rejects file for {@code UNKNOWN}. */
  static Set<Column> of(FileKind kind) {
    return Arrays.stream(values())
        .filter(column -> column.kind == kind)
        .collect(Collectors.toUnmodifiableSet());
  }
}
