package inventory.stack;

import java.util.ArrayList;
import java.util.List;

/** The tuning of the virtual machines of Java programs. */
public enum JvmProfile {
  /** Starts fast and uses little memory. */
  QUICK_START("-XX:TieredStopAtLevel=1 -Xms16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"),
  /**
   * Also starts with archives of classes, and writes those that are missing when a program stops.
   */
  ARCHIVED(QUICK_START.options),
  /** Works fast after half a minute of warm-up, as on a server: with the second compiler. */
  SUSTAINED("-XX:TieredStopAtLevel=4");

  private final String options;

  JvmProfile(String options) {
    this.options = options;
  }

  /** The options for a heap of at most so many megabytes. */
  List<String> options(int heapMegabytes) {
    List<String> all = new ArrayList<>(List.of(options.split(" ", -1)));
    all.add("-Xmx" + heapMegabytes + "m");
    all.add("-XX:+UseSerialGC");
    // A program without memory cannot be trusted; its messages are delivered again.
    all.add("-XX:+ExitOnOutOfMemoryError");
    return all;
  }
}
