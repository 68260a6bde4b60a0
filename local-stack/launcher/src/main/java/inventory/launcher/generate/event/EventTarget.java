package inventory.launcher.generate.event;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Accepts batches of records and may reject some records of a batch for now. */
public interface EventTarget extends AutoCloseable {

  /** The most records that a batch may have. */
  int maxRecords();

  /**
   * Sends a batch.
   *
   * @return the reason for each rejected record, by its index in the batch. The caller may send
   *     these again.
   * @throws software.amazon.awssdk.core.exception.SdkException if a retry cannot help
   */
  Map<Integer, String> send(List<EventRecord> batch) throws IOException;

  @Override
  default void close() throws IOException {
    // Only a target that opens something has something to close.
  }
}
