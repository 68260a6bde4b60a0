package inventory.launcher.generate;

import inventory.launcher.terminal.Progress;
import inventory.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Data generated into a folder, with their totals. */
record Generated(Path folder, Totals totals) {

  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  /** A recipe with a bit of everything. */
  static Recipe recipe(long seed) {
    return new Recipe(seed, START, List.of("Berlin 1", "Zürich 2"), 30, 1.0, 0.2, 0.1, 0.1);
  }

  static Generated files(Path folder, Recipe recipe, int files, int rows) throws Exception {
    return new Generated(folder, new TransactionFiles(recipe, files, rows).drop(drop(folder)));
  }

  static Generated counts(Path folder, Recipe recipe) throws Exception {
    return new Generated(folder, new CountFiles(recipe).drop(drop(folder)));
  }

  static Generated thresholds(Path folder, Recipe recipe, int files) throws Exception {
    return new Generated(folder, new ThresholdFiles(recipe, files).drop(drop(folder)));
  }

  static Generated events(Path folder, Recipe recipe, int events) throws Exception {
    try (EventSink sink = new EventFile(folder)) {
      return new Generated(
          folder, new Events(recipe, events).publish(sink, Optional.empty(), () -> {}));
    }
  }

  private static FileDrop drop(Path folder) {
    return new FileDrop(new FolderFiles(folder), Optional.empty(), progress());
  }

  static Progress progress() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Progress(new Terminal(nowhere, false), "things", 1);
  }

  /** Each file's text by its path. */
  Map<String, String> texts() {
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
      TotalsFile.write(totals, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
