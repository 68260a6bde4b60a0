package inventory.pipe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The queues of SQS.
 *
 * @param url the FIFO queue
 * @param undeliveredUrl the standard queue for notices
 */
record SqsQueue(SqsClient sqs, String url, String undeliveredUrl) implements EventQueue {

  @Override
  public Map<Message, String> send(List<Message> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    Map<Message, String> failures = new HashMap<>();
    for (var failed : sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).failed()) {
      failures.put(
          batch.get(Integer.parseInt(failed.id())), failed.code() + ": " + failed.message());
    }
    return failures;
  }

  private static SendMessageBatchRequestEntry entry(int id, Message message) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(id))
        .messageGroupId(message.groupId())
        .messageDeduplicationId(message.eventId())
        .messageBody(message.body())
        .build();
  }

  @Override
  public void sendNotice(String notice) {
    sqs.sendMessage(r -> r.queueUrl(undeliveredUrl).messageBody(notice));
  }
}
