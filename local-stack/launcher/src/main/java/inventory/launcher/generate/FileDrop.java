package inventory.launcher.generate;

import inventory.launcher.generate.Rows.Dialect;
import inventory.launcher.generate.Totals.Threshold;
import inventory.model.FileKind;
import inventory.model.StockKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;

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

  /** Stores files. */
  @FunctionalInterface
  public interface FileTarget {

    /** Stores a copy of a file under a key. */
    void put(String key, Path file) throws IOException;

    /** Stores files in a folder, which need not exist. A key is a path in it. */
    static FileTarget folder(Path folder) {
      return (key, file) -> {
        Path path = folder.resolve(key).toAbsolutePath();
        Files.createDirectories(path.getParent());
        Files.copy(file, path, StandardCopyOption.REPLACE_EXISTING);
      };
    }

    /** Uploads files to a bucket. */
    static FileTarget bucket(S3Client s3, String bucket) {
      return (key, file) -> s3.putObject(r -> r.bucket(bucket).key(key), file);
    }
  }

  /** A file as text, and how many of its rows or entries are good and bad. */
  public record Text(String key, FileKind kind, String content, long good, long bad) {}

  /**
   * Stores a transaction file or a count file.
   *
   * @param twice whether to store the same content once more, under another key
   */
  public void rows(
      String key, FileKind kind, Dialect dialect, boolean twice, Consumer<Rows> content)
      throws IOException, InterruptedException {
    // S3 needs the length first, and a file may be larger than memory.
    Path file = Files.createTempFile("inventory-generate", ".csv");
    try {
      Totals.File stored;
      try (BufferedWriter text = Files.newBufferedWriter(file)) {
        Rows rows = new Rows(text, kind, dialect, levels);
        content.accept(rows);
        tally.facts += rows.good();
        tally.malformed += rows.bad();
        stored = Totals.File.of(key, kind, rows.good(), rows.bad());
      }
      put(file, stored, twice);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Stores a file as it is. The caller adds what it says.
   *
   * @param twice whether to store the same content once more, under another key
   */
  public void text(Text file, boolean twice) throws IOException, InterruptedException {
    Path copy = Files.createTempFile("inventory-generate", ".txt");
    try {
      Files.writeString(copy, file.content());
      put(copy, Totals.File.of(file.key(), file.kind(), file.good(), file.bad()), twice);
    } finally {
      Files.delete(copy);
    }
  }

  private void put(Path content, Totals.File file, boolean twice)
      throws IOException, InterruptedException {
    put(content, file);
    if (twice) {
      tally.duplicates++;
      put(content, file.again(file.key().replaceFirst("(\\.\\w+)$", "-again$1")));
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
