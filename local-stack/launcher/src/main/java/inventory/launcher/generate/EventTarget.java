package inventory.launcher.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Accepts events. Those with the same key, the product id, keep their order. */
public interface EventTarget extends AutoCloseable {

  /** Name of the file of {@link #folder}. */
  String FILE = "events.jsonl";

  /**
   * Publishes an event, or begins to.
   *
   * @throws inventory.stack.LaunchException if the target keeps rejecting events
   */
  void publish(String key, String event) throws IOException, InterruptedException;

  /** Returns when all events are published. */
  default void flush() throws InterruptedException {
    // Only a target that publishes in the background has something to wait for.
  }

  @Override
  void close() throws IOException;

  /** Writes events to a file of JSON lines in a folder, which need not exist. */
  static EventTarget folder(Path folder) throws IOException {
    BufferedWriter lines = Files.newBufferedWriter(Files.createDirectories(folder).resolve(FILE));
    ObjectMapper json = new ObjectMapper();
    return new EventTarget() {
      @Override
      public void publish(String key, String event) throws IOException {
        lines.write(
            json.createObjectNode().put("partitionKey", key).put("data", event).toString() + "\n");
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    };
  }
}
