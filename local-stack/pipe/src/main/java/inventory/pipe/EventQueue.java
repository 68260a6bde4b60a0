package inventory.pipe;

import java.util.List;
import java.util.Map;

/** The queues. Each method throws an {@code SdkException} if SQS does not answer. */
interface EventQueue {

  /** The number of messages that a batch may have. */
  int BATCH_MESSAGES = 10;

  /** The number of bytes that a batch may have, and therefore a message. */
  int BATCH_BYTES = 256 << 10;

  /**
   * Sends messages of different groups.
   *
   * @param batch at most {@value #BATCH_MESSAGES} messages with at most {@value #BATCH_BYTES} bytes
   * @return why a message was not accepted, for each one that was not
   */
  Map<Message, String> send(List<Message> batch);

  /** Sends a notice about a record that no message can hold. */
  void sendNotice(String notice);
}
