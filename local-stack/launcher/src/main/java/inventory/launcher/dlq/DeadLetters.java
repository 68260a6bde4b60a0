package inventory.launcher.dlq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Looks at dead messages, and leaves them where they are. */
public final class DeadLetters {

  private final SqsClient sqs;
  private final FailureReasons failures;

  /** Looks at those of this endpoint. */
  public DeadLetters(SqsClient sqs, FailureReasons failures) {
    this.sqs = sqs;
    this.failures = failures;
  }

  /**
   * Messages of a dead-letter queue. They are hidden for a moment, so that none is seen twice.
   *
   * @param limit at most so many, 1 or more
   */
  public List<DeadLetter> look(DeadLetterQueue queue, int limit) {
    DeadLetterBox box = new DeadLetterBox(sqs, queue);
    List<Message> taken = new ArrayList<>();
    Map<String, DeadLetter> letters = new LinkedHashMap<>();
    try {
      while (letters.size() < limit) {
        List<Message> batch = box.take(limit - letters.size());
        if (batch.isEmpty()) {
          break;
        }
        taken.addAll(batch);
        batch.forEach(message -> letters.put(message.messageId(), letter(queue, message)));
      }
    } finally {
      box.giveBack(taken);
    }
    return List.copyOf(letters.values());
  }

  private DeadLetter letter(DeadLetterQueue queue, Message message) {
    String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    String receives =
        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return new DeadLetter(
        message.messageId(),
        Instant.ofEpochMilli(Long.parseLong(sent)),
        Integer.parseInt(receives),
        failures.of(queue.source(), message.messageId()),
        NotifiedFiles.in(message.body()),
        message.body());
  }
}
