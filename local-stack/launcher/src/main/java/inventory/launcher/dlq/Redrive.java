package inventory.launcher.dlq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Puts dead messages back into the queue that they came from, one by one. A message is deleted when
 * the other queue has it, so that an end at any moment loses none; it may double one, which the
 * services take as any repeat.
 *
 * <p>SQS's own StartMessageMoveTask is not used: the embedded SQS moves nothing of a FIFO queue by
 * it and calls that done, and of other queues takes what is hidden, too, and leaves it hidden.
 */
public final class Redrive {

  private final SqsClient sqs;

  /** Redrives queues of this endpoint. */
  public Redrive(SqsClient sqs) {
    this.sqs = sqs;
  }

  /**
   * Puts all messages back that can be received now; what fails again meanwhile stays.
   *
   * @param queue one that came from a queue
   * @return how many
   */
  public int all(DeadLetterQueue queue) {
    DeadLetterBox box = new DeadLetterBox(sqs, queue);
    Set<String> sent = new HashSet<>();
    while (true) {
      List<Message> taken = box.take(DeadLetterBox.BATCH);
      List<Message> back = taken.stream().filter(m -> sent.contains(m.messageId())).toList();
      box.giveBack(back);
      if (back.size() == taken.size()) {
        return sent.size();
      }
      for (Message message : taken) {
        if (!back.contains(message)) {
          sent.add(send(queue, message));
          box.delete(message);
        }
      }
    }
  }

  /** Returns the id that the message has from now on. */
  private String send(DeadLetterQueue queue, Message message) {
    SendMessageRequest.Builder request =
        SendMessageRequest.builder()
            .queueUrl(queue.sourceUrl().orElseThrow())
            .messageBody(message.body())
            .messageAttributes(message.messageAttributes());
    String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    if (group != null) {
      // By its first id SQS would take it for the repeat of itself, for five minutes. This one is
      // new, and the same again if it was sent and then not deleted.
      request.messageGroupId(group).messageDeduplicationId("redrive-" + message.messageId());
    }
    return sqs.sendMessage(request.build()).messageId();
  }
}
