package inventory.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Where a program writes what it has to say. */
record LogFile(Path path) {

  private static final int TAIL_LINES = 12;
  private static final long MAX_BYTES = 16L << 20;

  /** Makes the file ready to be appended to; one that has grown large is begun anew. */
  ProcessBuilder.Redirect open() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
      Files.write(path, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /** The last lines, indented, to be shown in a message. */
  String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "\n  " + path + " ends with:\n    " + String.join("\n    ", last);
    } catch (IOException e) {
      return "\n  " + path + " cannot be read: " + e.getMessage();
    }
  }
}
