package inventory.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** The file that has a program's output. */
final class LogFile {

  private static final int TAIL_LINES = 12;
  private static final long MAX_BYTES = 16L << 20;

  private final Path path;
  private volatile int start;

  LogFile(Path path) {
    this.path = path;
  }

  /** Prepares the file for a start of the program. A file of more than 16 MB is emptied. */
  ProcessBuilder.Redirect open() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    long size = Files.exists(path) ? Files.size(path) : 0;
    if (size > MAX_BYTES) {
      Files.write(path, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
      size = 0;
    }
    start = (int) size;
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /** The program's output since its last start. */
  String sinceStart() throws IOException {
    byte[] all = Files.readAllBytes(path);
    return new String(
        Arrays.copyOfRange(all, Math.min(start, all.length), all.length), StandardCharsets.UTF_8);
  }

  /** The last lines since the program's last start, indented, for a message. */
  String tail() {
    try {
      List<String> lines = sinceStart().lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "\n  " + path + " ends with:\n    " + String.join("\n    ", last);
    } catch (IOException e) {
      return "\n  " + path + " cannot be read: " + e.getMessage();
    }
  }
}
