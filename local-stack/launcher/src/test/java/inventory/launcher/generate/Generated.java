package inventory.launcher.generate;

import inventory.launcher.generate.FileDrop.FileTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Data generated into a folder, with their totals. */
public record Generated(Path folder, Totals totals) {

  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  /** A recipe with a bit of everything. */
  public static Recipe recipe(long seed) {
    return new Recipe(seed, START, List.of("Berlin 1", "Zürich 2"), 30, 1.0, 0.2, 0.1, 0.1);
  }

  static Generated files(Path folder, Recipe recipe, int files, int rows) throws Exception {
    return new Generated(folder, FileGenerator.transactions(recipe, files, rows, drop(folder)));
  }

  static Generated counts(Path folder, Recipe recipe) throws Exception {
    return new Generated(folder, FileGenerator.counts(recipe, drop(folder)));
  }

  static Generated thresholds(Path folder, Recipe recipe, int files) throws Exception {
    return new Generated(folder, FileGenerator.thresholds(recipe, files, drop(folder)));
  }

  private static FileDrop drop(Path folder) {
    return new FileDrop(FileTarget.folder(folder), Pace.unlimited(), () -> {});
  }

  /** Events in a file. */
  public static Generated events(Path folder, Recipe recipe, int events) throws Exception {
    return new Generated(
        folder,
        Events.publish(recipe, events, EventTarget.folder(folder), Pace.unlimited(), () -> {}));
  }

  /** Each file's text by its path. */
  public Map<String, String> texts() {
    try (Stream<Path> paths = Files.walk(folder)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(path).toString(), Files.readString(path));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The totals as they are written. */
  String totalsText() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      totals.write(out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
