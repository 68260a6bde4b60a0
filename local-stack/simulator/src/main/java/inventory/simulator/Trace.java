package inventory.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** What happened in each step: the last steps in full, all of them as a digest. */
final class Trace {

  private final int kept;
  private final Deque<String> last = new ArrayDeque<>();
  private final MessageDigest digest;
  private long steps;

  /**
   * Begins a trace.
   *
   * @param kept how many of the last steps to keep
   */
  Trace(int kept) {
    this.kept = kept;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a step. */
  void add(String step) {
    steps++;
    String line = steps + " " + step;
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    last.add(line);
    if (last.size() > kept) {
      last.remove();
    }
  }

  long steps() {
    return steps;
  }

  List<String> last() {
    return List.copyOf(last);
  }

  /** The SHA-256 of all steps, which ends the trace. */
  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
