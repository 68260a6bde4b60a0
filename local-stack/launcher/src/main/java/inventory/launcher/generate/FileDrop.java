package inventory.launcher.generate;

import inventory.launcher.generate.Rows.Dialect;
import inventory.launcher.generate.Totals.Threshold;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Stores generated files at a rate and adds up what the system must report about them. */
public final class FileDrop {

  private final FileTarget target;
  private final Pace pace;
  private final Runnable afterEach;
  private final Totals.Tally tally = new Totals.Tally();
  private final ExpectedLevels levels = new ExpectedLevels();
  private final Map<StockKey, Threshold> thresholds = new TreeMap<>();
  private final List<Totals.File> files = new ArrayList<>();

  /**
   * Prepares a drop.
   *
   * @param afterEach runs after each file
   */
  public FileDrop(FileTarget target, Pace pace, Runnable afterEach) {
    this.target = target;
    this.pace = pace;
    this.afterEach = afterEach;
  }

  /** Writes a file's text; returns how many of its rows or entries are good and bad. */
  @FunctionalInterface
  private interface Content {
    Counts write(BufferedWriter text) throws IOException;
  }

  private record Counts(long good, long bad) {}

  /** Stores a transaction file or a count file. */
  public void rows(String key, FileKind kind, Dialect dialect, Consumer<Rows> content)
      throws IOException, InterruptedException {
    rows(key, kind, dialect, content, Optional.empty());
  }

  /**
   * Stores a transaction file or a count file.
   *
   * @param again another key for the same content; without one, it is stored once
   */
  void rows(
      String key, FileKind kind, Dialect dialect, Consumer<Rows> content, Optional<String> again)
      throws IOException, InterruptedException {
    store(
        key,
        kind,
        text -> {
          Rows rows = new Rows(text, kind, dialect, levels);
          content.accept(rows);
          tally.facts += rows.good();
          tally.malformed += rows.bad();
          return new Counts(rows.good(), rows.bad());
        },
        again);
  }

  /**
   * Stores a file as it is, all rows or entries of which are good. The caller adds what it says.
   *
   * @param number how many rows or entries it has
   * @param again another key for the same content; without one, it is stored once
   */
  public void text(String key, FileKind kind, String content, long number, Optional<String> again)
      throws IOException, InterruptedException {
    store(key, kind, text -> written(text, content, number, 0), again);
  }

  void text(String key, FileKind kind, String content, long good, long bad)
      throws IOException, InterruptedException {
    store(key, kind, text -> written(text, content, good, bad), Optional.empty());
  }

  private static Counts written(BufferedWriter text, String content, long good, long bad)
      throws IOException {
    text.write(content);
    return new Counts(good, bad);
  }

  private void store(String key, FileKind kind, Content content, Optional<String> again)
      throws IOException, InterruptedException {
    // S3 needs the length first, and a file may be larger than memory.
    Path file = Files.createTempFile("inventory-generate", ".csv");
    try {
      Counts counts;
      try (BufferedWriter text = Files.newBufferedWriter(file)) {
        counts = content.write(text);
      }
      FileStatus status = counts.bad() == 0 ? FileStatus.APPLIED : FileStatus.PARTIAL;
      put(file, new Totals.File(key, kind, status, counts.good(), counts.bad(), null));
      if (again.isPresent()) {
        tally.duplicates++;
        // A count is a new fact each time, and only content that changed something is claimed.
        boolean isDuplicate = kind != FileKind.COUNT && counts.good() > 0;
        put(
            file,
            isDuplicate
                ? new Totals.File(again.get(), kind, FileStatus.DUPLICATE, 0, 0, key)
                : new Totals.File(again.get(), kind, status, counts.good(), counts.bad(), null));
      }
    } finally {
      Files.delete(file);
    }
  }

  private void put(Path content, Totals.File file) throws IOException, InterruptedException {
    pace.awaitTurn();
    target.put(file.key(), content);
    files.add(file);
    afterEach.run();
  }

  /** Adds a threshold, which replaces an earlier one for the same item and warehouse. */
  public void threshold(Threshold threshold) {
    // An empty name sorts first: the thresholds for all warehouses.
    String warehouse = threshold.warehouse() == null ? "" : threshold.warehouse();
    thresholds.put(new StockKey(warehouse, threshold.itemId()), threshold);
  }

  /** The levels that all files so far add up to. */
  public ExpectedLevels levels() {
    return levels;
  }

  /** The number of files so far. */
  public int files() {
    return files.size();
  }

  Totals.Tally tally() {
    return tally;
  }

  /** What the system must report about all files so far. */
  public Totals totals(Totals.Kind kind, long seed) {
    return new Totals(
        kind, seed, tally, levels.totals(false), files, List.copyOf(thresholds.values()));
  }
}
