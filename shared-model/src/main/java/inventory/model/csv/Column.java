package inventory.model.csv;

import inventory.model.FileKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of requirements I2 and I3, and the additional columns of a rejects file. */
enum Column {
  TIMESTAMP("Timestamp", FileKind.TRANSACTIONS),
  WAREHOUSE_NAME("WarehouseName", FileKind.TRANSACTIONS),
  ITEM_ID("ItemId", FileKind.TRANSACTIONS),
  ITEM_NAME("ItemName", FileKind.TRANSACTIONS),
  STOCK_LEVEL_CHANGE("StockLevelChange", FileKind.TRANSACTIONS),
  STORE("store", FileKind.COUNT),
  ITEM("item", FileKind.COUNT),
  COUNT("count", FileKind.COUNT),
  // Ignored, so a corrected rejects file can be dropped without removing them.
  REJECTED_LINE("RejectedLine", FileKind.UNKNOWN),
  REJECTED_COLUMN("RejectedColumn", FileKind.UNKNOWN),
  REJECTED_REASON("RejectedReason", FileKind.UNKNOWN);

  private final String title;
  private final FileKind kind;

  Column(String title, FileKind kind) {
    this.title = title;
    this.kind = kind;
  }

  /** The name of the column in files. */
  String title() {
    return title;
  }

  /** The column that a header's cell names, in any case. */
  static Optional<Column> of(String cell) {
    String wanted = cell.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(column -> column.title.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** The required columns of a kind of file; for {@code UNKNOWN} those of a rejects file. */
  static Set<Column> of(FileKind kind) {
    return Arrays.stream(values())
        .filter(column -> column.kind == kind)
        .collect(Collectors.toUnmodifiableSet());
  }
}
