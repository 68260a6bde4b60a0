package inventory.stack;

import java.util.List;

/** The tuning of a Java program's virtual machine. */
public enum JvmProfile {
  /** Starts fast and uses little memory. */
  QUICK_START("-XX:TieredStopAtLevel=1"),
  /** Works fast after half a minute of warm-up, as on a server: with the second compiler. */
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
        // A program without memory cannot be trusted; its messages are delivered again.
        "-XX:+ExitOnOutOfMemoryError",
        compilers);
  }
}
