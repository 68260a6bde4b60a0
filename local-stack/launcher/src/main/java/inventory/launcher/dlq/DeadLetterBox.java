package inventory.launcher.dlq;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The messages of one dead-letter queue, taken and given back. */
final class DeadLetterBox {

  /** As many as SQS gives at once. */
  static final int BATCH = 10;

  // Who is killed meanwhile hides what was taken for no longer than this.
  private static final int HIDDEN_SECONDS = 30;

  // Any wait has SQS ask all of its servers, not a few of them.
  private static final int WAIT_SECONDS = 1;

  private final SqsClient sqs;
  private final String url;

  DeadLetterBox(SqsClient sqs, DeadLetterQueue queue) {
    this.sqs = sqs;
    this.url = queue.url();
  }

  /** Takes messages, which are hidden then; none if there are none left. */
  List<Message> take(int atMost) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(Math.min(BATCH, atMost))
                    .visibilityTimeout(HIDDEN_SECONDS)
                    .waitTimeSeconds(WAIT_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Lets messages be seen again at once; where that fails they are after their time. */
  void giveBack(List<Message> messages) {
    for (int i = 0; i < messages.size(); i += BATCH) {
      List<Message> batch = messages.subList(i, Math.min(messages.size(), i + BATCH));
      sqs.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(visible(batch)));
    }
  }

  private static List<ChangeMessageVisibilityBatchRequestEntry> visible(List<Message> batch) {
    return IntStream.range(0, batch.size())
        .mapToObj(
            i ->
                ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(String.valueOf(i))
                    .receiptHandle(batch.get(i).receiptHandle())
                    .visibilityTimeout(0)
                    .build())
        .toList();
  }

  void delete(Message message) {
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
  }
}
