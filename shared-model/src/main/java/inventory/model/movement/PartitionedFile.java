package inventory.model.movement;

import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.csv.Header;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.Reject;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Merges the rows of a file in bounded memory, and in a time that is linear in its rows. A file
 * whose items fit in memory is read once. Otherwise its rows are divided by item into partitions on
 * local disk, and one partition after the other is merged. An item is always completely in one
 * partition, so its movement does not depend on how the file was divided.
 *
 * <p>The disk needs about as many bytes as the file has, twice as many for a moment where a
 * partition is divided again.
 */
public final class PartitionedFile implements Closeable {

  // Each partition that is being written has a buffer of 8 KB.
  private static final int MAX_PARTITIONS = 256;
  // Room for partitions that are larger than the average.
  private static final double MARGIN = 1.5;
  private static final int HEXADECIMAL = 16;
  private static final int SEED_DIGITS = 15;

  private final Upload upload;
  private final Original original;
  private final HashRange part;
  private final long budget;
  private final Consumer<Reject> onReject;
  private final Deque<Partition> ahead = new ArrayDeque<>();
  private final long seed;
  private Header header;
  private int divisions;
  private long rows;

  /** The rows of some of the items, which can be visited more than once. */
  interface Partition extends Closeable {

    /** Visits the rows in the order of the file. */
    void forEach(Consumer<Row> visitor) throws IOException, UnreadableFileException;
  }

  /** All rows, read from the file itself; the first time, the others are reported. */
  private final class WholeFile implements Partition {

    @Override
    public void forEach(Consumer<Row> visitor) throws IOException, UnreadableFileException {
      Consumer<Reject> onUnreadable = header == null ? onReject : reject -> {};
      try (InputStream in = original.open()) {
        InventoryFile file = new InventoryFile(in, upload.uploadedAt());
        header = file.header();
        file.forEach(row -> visitIfWanted(row, visitor), onUnreadable);
      }
    }

    @Override
    public void close() {}
  }

  /**
   * Prepares the reading of a whole file; reads nothing.
   *
   * @param budget bytes of memory that the movements of one partition may use
   * @param onReject is called once with each row that cannot be applied
   */
  public PartitionedFile(Upload upload, Original original, long budget, Consumer<Reject> onReject) {
    this(upload, original, HashRange.ALL, budget, onReject);
  }

  /**
   * Prepares the reading of some of a file's items; reads nothing.
   *
   * @param part which items; the others are skipped
   * @param budget bytes of memory that the movements of one partition may use
   * @param onReject is called once with each row that cannot be applied
   */
  public PartitionedFile(
      Upload upload, Original original, HashRange part, long budget, Consumer<Reject> onReject) {
    this.upload = upload;
    this.original = original;
    this.part = part;
    this.budget = budget;
    this.onReject = onReject;
    // Nobody can choose items that all fall into one partition: the content determines the seed.
    seed = Long.parseLong(original.sha256(), 0, SEED_DIGITS, HEXADECIMAL);
    ahead.add(new WholeFile());
  }

  /** The header of a file. */
  public static Header headerOf(Upload upload, Original original)
      throws IOException, UnreadableFileException {
    try (InputStream in = original.open()) {
      return new InventoryFile(in, upload.uploadedAt()).header();
    }
  }

  /** Whether items may be left. */
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  /** Merges the rows of the next items; empty only if no items are left. */
  public Merge next() throws IOException, UnreadableFileException {
    Merge merge = new Merge(budget);
    while (merge.keys().isEmpty() && hasNext()) {
      try (Partition partition = ahead.pop()) {
        merge = merged(partition);
      }
    }
    return merge;
  }

  /** How many good rows have been merged so far. */
  public long rows() {
    return rows;
  }

  /** Deletes the partitions that were not read. */
  @Override
  public void close() throws IOException {
    for (Partition partition : ahead) {
      partition.close();
    }
  }

  private void visitIfWanted(Row row, Consumer<Row> visitor) {
    if (part.contains(row.key())) {
      visitor.accept(row);
    }
  }

  private Merge merged(Partition partition) throws IOException, UnreadableFileException {
    Merge merge = new Merge(budget);
    Take take = new Take(merge);
    partition.forEach(take::row);
    if (merge.isFull()) {
      divide(partition, (int) Math.ceil(MARGIN * take.total / take.fitting));
      return new Merge(budget);
    }
    if (take.countedTwice > 0) {
      partition.forEach(row -> rejectIfCountedTwice(row, merge));
    }
    rows += merge.rows();
    return merge;
  }

  /** Counts the rows, and merges them as long as their items fit in memory. */
  private final class Take {
    private final Merge merge;
    private long total;
    private long fitting;
    private long countedTwice;

    Take(Merge merge) {
      this.merge = merge;
    }

    void row(Row row) {
      total++;
      if (merge.isFull()) {
        return;
      }
      fitting++;
      if (header.kind() == FileKind.COUNT && merge.find(row) != null) {
        countedTwice++;
      } else {
        merge.add(row);
      }
    }
  }

  /** Two counts at the same time contradict each other, or the second adds nothing. */
  private void rejectIfCountedTwice(Row row, Merge merge) {
    int firstLine = merge.find(row).firstLine();
    if (row.line() != firstLine) {
      onReject.accept(
          new Reject(
              row.line(),
              "item",
              "the item was already counted in line " + firstLine + ", which applies",
              header.cellsOf(row)));
    }
  }

  /** Replaces a partition by several smaller ones. */
  private void divide(Partition partition, int wanted) throws IOException, UnreadableFileException {
    SpilledRows[] parts = new SpilledRows[Math.min(Math.max(2, wanted), MAX_PARTITIONS)];
    // A new multiplier each time separates items that fell into one partition before.
    long multiplier = 2 * (seed + divisions++) + 1;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new SpilledRows();
      ahead.push(parts[i]);
    }
    partition.forEach(row -> parts[indexOf(row.key(), multiplier, parts.length)].add(row));
  }

  private static int indexOf(StockKey key, long multiplier, int count) {
    long hash = hash(hash(0, key.itemId(), multiplier), key.warehouse(), multiplier);
    hash ^= hash >>> Integer.SIZE;
    return (int) (((hash * multiplier) >>> Integer.SIZE) % count);
  }

  private static long hash(long start, String text, long multiplier) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * multiplier + text.charAt(i) + 1;
    }
    return hash;
  }
}
