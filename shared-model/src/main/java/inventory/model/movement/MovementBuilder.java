package inventory.model.movement;

import inventory.model.StockKey;
import inventory.model.csv.Row;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** Merges the rows of one item in one warehouse into one movement. */
public final class MovementBuilder {

  /**
   * The most bytes of rows that a movement keeps: about 4,000 rows. An item in the table may have
   * 400 KB, but each KB costs money, and a movement is always read completely.
   */
  public static final int MAX_ROWS_BYTES = 32 * 1024;

  // The memory of a builder, its key, its names and its map entry, without characters and rows.
  private static final int FIXED_BYTES = 420;

  private final long fixedBytes;
  private final int firstLine;
  private String itemName;
  private Instant firstTime;
  private Instant lastTime;
  private BigInteger carried = BigInteger.ZERO;
  private long sum;
  private int lastLine;
  private int rowCount;
  private PackedRows rows = new PackedRows();
  private boolean complete = true;

  /** Starts with a row. */
  public MovementBuilder(Row first) {
    fixedBytes = FIXED_BYTES + 2L * charactersOf(first.key());
    firstLine = first.line();
    itemName = first.itemName();
    firstTime = first.time();
    lastTime = first.time();
    add(first);
  }

  /** The line of the first row that was added. */
  public int firstLine() {
    return firstLine;
  }

  /** How many rows were merged. */
  public int rowCount() {
    return rowCount;
  }

  /** Bytes of memory that it uses, with its key; an upper estimate. */
  public long footprint() {
    return fixedBytes + 2L * itemName.length() + rows.capacity();
  }

  /** Merges a row of the same item and warehouse. */
  public void add(Row row) {
    addToSum(row.value());
    rowCount++;
    lastLine = row.line();
    if (row.time().isBefore(firstTime)) {
      firstTime = row.time();
    }
    // Of two rows at the same time, the one further down is the later.
    if (!row.time().isBefore(lastTime)) {
      lastTime = row.time();
      itemName = row.itemName();
    }
    keep(row);
  }

  /** The movement of the rows so far. */
  public Movement build(StockKey key, Origin origin) {
    return new Movement(
        key,
        itemName,
        origin.kind(),
        origin.fileId(),
        origin.source(),
        firstTime,
        lastTime,
        carried.add(BigInteger.valueOf(sum)),
        rowCount,
        firstLine,
        lastLine,
        complete ? Optional.of(new Movement.Rows(rows.toBytes())) : Optional.empty());
  }

  private static int charactersOf(StockKey key) {
    return key.warehouse().length() + key.itemId().length();
  }

  private void keep(Row row) {
    if (!complete) {
      return;
    }
    rows.add(new PackedRows.Row(row.line(), row.time(), row.value()));
    if (rows.size() > MAX_ROWS_BYTES) {
      rows = new PackedRows();
      complete = false;
    }
  }

  /** A sum of 64-bit numbers may need more bits; until then, long is faster. */
  private void addToSum(long value) {
    long next = sum + value;
    boolean overflows = ((sum ^ next) & (value ^ next)) < 0;
    if (overflows) {
      carried = carried.add(BigInteger.valueOf(sum)).add(BigInteger.valueOf(value));
      sum = 0;
    } else {
      sum = next;
    }
  }
}
