package inventory.model.movement;

import inventory.model.FileKind;
import inventory.model.csv.Header;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.Reject;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file in as many passes as its items need to fit the memory, nearly always one. Rows that
 * cannot be read are reported in the first pass.
 */
public final class FilePasses {

  private final Upload upload;
  private final Original original;
  private final FileKind kind;
  private final long budget;
  private final Consumer<Reject> onReject;
  private final Deque<HashRange> ahead;
  private boolean first = true;
  private long rows;

  /**
   * Prepares the reading; nothing is read.
   *
   * @param budget bytes of memory that the movements of one pass may take
   * @param onReject is told of each row that cannot be applied
   */
  public FilePasses(
      Upload upload, Original original, FileKind kind, long budget, Consumer<Reject> onReject) {
    this(upload, original, kind, HashRange.ALL, budget, onReject);
  }

  /**
   * Prepares the reading of a part of the file's items; nothing is read.
   *
   * @param part which items; the others are skipped
   * @param budget bytes of memory that the movements of one pass may take
   * @param onReject is told of each row that cannot be applied
   */
  public FilePasses(
      Upload upload,
      Original original,
      FileKind kind,
      HashRange part,
      long budget,
      Consumer<Reject> onReject) {
    ahead = new ArrayDeque<>(List.of(part));
    this.upload = upload;
    this.original = original;
    this.kind = kind;
    this.budget = budget;
    this.onReject = onReject;
  }

  /** What the first line of a file says. */
  public static Header headerOf(Upload upload, Original original)
      throws IOException, UnreadableFileException {
    try (InputStream in = original.open()) {
      return new InventoryFile(in, upload.uploadedAt()).header();
    }
  }

  /** Whether items are left for another pass. */
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  /** Merges the rows of the next part of the items. */
  public Merge next() throws IOException, UnreadableFileException {
    Merge merge = new Merge(ahead.pop(), budget);
    Consumer<Reject> onUnreadable = first ? onReject : reject -> {};
    try (InputStream in = original.open()) {
      new InventoryFile(in, upload.uploadedAt()).forEach(row -> take(row, merge), onUnreadable);
    }
    merge.deferred().forEach(ahead::push);
    rows += merge.rows();
    first = false;
    return merge;
  }

  /** How many good rows the passes so far have merged. */
  public long rows() {
    return rows;
  }

  private void take(Row row, Merge merge) {
    if (!merge.isOfThisPass(row)) {
      return;
    }
    MovementBuilder earlier = kind == FileKind.COUNT ? merge.find(row) : null;
    if (earlier == null) {
      merge.add(row);
    } else {
      onReject.accept(countedTwice(row, earlier.firstLine()));
    }
  }

  /** Two counts of one moment contradict each other, and two equal ones tell nothing new. */
  private static Reject countedTwice(Row row, int firstLine) {
    return new Reject(
        row.line(),
        "item",
        "the item was counted in line " + firstLine + " already, which applies",
        List.of(row.key().warehouse(), row.key().itemId(), Long.toString(row.value())));
  }
}
