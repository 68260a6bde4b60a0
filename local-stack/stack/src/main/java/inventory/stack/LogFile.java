package inventory.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that has a program's output since its last start; the one before is kept, too. */
record LogFile(Path path) {

  private static final int TAIL_LINES = 12;

  /** Prepares the file for a start of the program. */
  ProcessBuilder.Redirect open() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.exists(path)) {
      Path before = path.resolveSibling(path.getFileName() + ".1");
      Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
    }
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /** Its lines, whatever bytes it has. */
  List<String> lines() throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
  }

  /** The last lines, indented, for a message. */
  String tail() {
    try {
      List<String> lines = lines();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "\n  " + path + " ends with:\n    " + String.join("\n    ", last);
    } catch (IOException e) {
      return "\n  " + path + " cannot be read: " + e.getMessage();
    }
  }
}
