package inventory.launcher.generate;

import inventory.launcher.terminal.Progress;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops generated files at a rate, and remembers how each of them is to end. */
public final class FileDrop {

  private final FileTarget target;
  private final Pace pace;
  private final Progress progress;
  private final List<Totals.File> files = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param rate files in a time; as fast as possible without one
   */
  public FileDrop(FileTarget target, Optional<Rate> rate, Progress progress) {
    this.target = target;
    this.pace = new Pace(rate);
    this.progress = progress;
  }

  /**
   * How many rows, or entries, of a file are good and bad.
   *
   * @param good to be applied
   * @param bad to be rejected
   */
  record Rows(long good, long bad) {

    FileStatus status() {
      return bad == 0 ? FileStatus.APPLIED : FileStatus.PARTIAL;
    }
  }

  /** What writes a file. */
  @FunctionalInterface
  interface Content {
    /** Writes it; the writer is closed by others. */
    Rows write(BufferedWriter text) throws IOException;
  }

  /** Drops a file. */
  void drop(String key, FileKind kind, Content content) throws IOException, InterruptedException {
    drop(key, kind, content, Optional.empty());
  }

  /**
   * Drops a file, and the same content under another key.
   *
   * @param again the other key; nothing is dropped a second time without one
   */
  void drop(String key, FileKind kind, Content content, Optional<String> again)
      throws IOException, InterruptedException {
    // A file may be larger than memory, and S3 wants to know its length first.
    Path file = Files.createTempFile("inventory-generate", ".csv");
    try {
      Rows rows;
      try (BufferedWriter text = Files.newBufferedWriter(file)) {
        rows = content.write(text);
      }
      put(file, new Totals.File(key, kind, rows.status(), rows.good(), rows.bad(), null));
      if (again.isPresent()) {
        put(file, second(again.get(), key, kind, rows));
      }
    } finally {
      Files.delete(file);
    }
  }

  /** What has changed nothing is no claim on its content; a count is a new fact each time. */
  private static Totals.File second(String key, String first, FileKind kind, Rows rows) {
    return kind == FileKind.COUNT || rows.good() == 0
        ? new Totals.File(key, kind, rows.status(), rows.good(), rows.bad(), null)
        : new Totals.File(key, kind, FileStatus.DUPLICATE, 0, 0, first);
  }

  private void put(Path content, Totals.File file) throws IOException, InterruptedException {
    pace.awaitTurn(() -> {});
    target.put(file.key(), content);
    files.add(file);
    progress.step();
  }

  /** The files so far, in the order in which they were dropped. */
  List<Totals.File> files() {
    return files;
  }
}
