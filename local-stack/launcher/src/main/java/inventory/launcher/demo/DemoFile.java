package inventory.launcher.demo;

import inventory.model.FileStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file to drop, with what is to come of it.
 *
 * @param key the key to drop it under
 * @param text its content
 * @param facts what its good rows say; none if it is not to be applied
 * @param thresholds what its entries say, if it is a threshold file
 * @param expected how it is to end
 * @param badRows how many of its rows are to be rejected
 */
public record DemoFile(
    String key,
    String text,
    List<Fact> facts,
    List<Threshold> thresholds,
    FileStatus expected,
    int badRows) {

  /** Keeps its own copies. */
  public DemoFile {
    facts = List.copyOf(facts);
    thresholds = List.copyOf(thresholds);
  }

  /** An inventory file. */
  public DemoFile(String key, String text, List<Fact> facts, FileStatus expected, int badRows) {
    this(key, text, facts, List.of(), expected, badRows);
  }

  /** How many rows, or entries, are to be applied. */
  long goodRows() {
    return (long) facts.size() + thresholds.size();
  }

  /** The content in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same content under another key: to be recorded, and not applied again. */
  public DemoFile duplicate(String otherKey) {
    return new DemoFile(otherKey, text, List.of(), FileStatus.DUPLICATE, 0);
  }
}
