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
 * Reads a file in as many passes as its items need to fit in memory, nearly always one. Rows that
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
   * Prepares the passes; reads nothing.
   *
   * @param budget bytes of memory that the movements of one pass may use
   * @param onReject is called with each row that cannot be applied
   */
  public FilePasses(
      Upload upload, Original original, FileKind kind, long budget, Consumer<Reject> onReject) {
    this(upload, original, kind, HashRange.ALL, budget, onReject);
  }

  /**
   * Prepares the passes over a part of the file's items; reads nothing.
   *
   * @param part which items; the others are skipped
   * @param budget bytes of memory that the movements of one pass may use
   * @param onReject is called with each row that cannot be applied
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

  /** The header of a file. */
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
      InventoryFile file = new InventoryFile(in, upload.uploadedAt());
      file.forEach(row -> take(row, merge, file.header()), onUnreadable);
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

  private void take(Row row, Merge merge, Header header) {
    if (!merge.isOfThisPass(row)) {
      return;
    }
    MovementBuilder earlier = kind == FileKind.COUNT ? merge.find(row) : null;
    if (earlier == null) {
      merge.add(row);
    } else {
      onReject.accept(countedTwice(row, earlier.firstLine(), header));
    }
  }

  /** Two counts at the same time contradict each other, or the second adds nothing. */
  private static Reject countedTwice(Row row, int firstLine, Header header) {
    return new Reject(
        row.line(),
        "item",
        "the item was already counted in line " + firstLine + ", which applies",
        header.cellsOf(row));
  }
}
