package inventory.launcher.generate;

import java.util.List;

/** What takes records in batches, and may refuse some of a batch. */
public interface EventTarget {

  /** How many records a batch may have. */
  int maxRecords();

  /** How many bytes a batch may have. */
  long maxBytes();

  /** How many bytes of a batch a record takes. */
  long bytes(EventRecord record);

  /**
   * Sends a batch.
   *
   * @return those that were refused for now, and may be taken when they are sent again; empty if
   *     all are kept
   * @throws software.amazon.awssdk.core.exception.SdkException if it makes no sense to try again
   */
  List<Refusal> send(List<EventRecord> batch);

  /**
   * A record that was refused.
   *
   * @param index its place in the batch
   * @param reason why, in the target's words
   */
  record Refusal(int index, String reason) {}
}
