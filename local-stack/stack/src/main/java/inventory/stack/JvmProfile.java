package inventory.stack;

import java.util.List;

/** What the virtual machine of a program is tuned for. */
public enum JvmProfile {
  /**
   * To start fast, with little memory and few threads: right for a program that does little, or not
   * for long.
   */
  QUICK_START("-XX:TieredStopAtLevel=1"),
  /**
   * To work fast once it is warm, as on a server: with the second compiler, which takes processor
   * time for itself in the first half minute of work.
   */
  SUSTAINED("-XX:TieredStopAtLevel=4");

  private final String compilers;

  JvmProfile(String compilers) {
    this.compilers = compilers;
  }

  /** The options for a heap of at most so many megabytes. */
  List<String> options(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        // Whoever ran out of memory cannot be trusted further; its messages come again elsewhere.
        "-XX:+ExitOnOutOfMemoryError",
        compilers);
  }
}
