package inventory.pipe;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends records to the queue and keeps the order of each message group: a message that fails blocks
 * its group until it succeeds.
 */
record Delivery(MessageForm form, Queues queues, Retries retries, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int BATCH_MESSAGES = 10;
  // SQS's limit for a batch, and therefore for a message.
  private static final int BATCH_BYTES = 256 << 10;

  /** The queues. Each method throws an {@code SdkException} if SQS does not answer. */
  interface Queues {

    /** Sends messages of different groups; returns why messages were not accepted. */
    List<BatchResultErrorEntry> send(List<SendMessageBatchRequestEntry> batch);

    /** Sends a notice about a record that no message can hold. */
    void sendNotice(String notice);
  }

  /**
   * Returns when each record is in the queue, or a notice if no message can hold it.
   *
   * @param records in the order of their shard
   */
  void deliver(String shardId, List<Record> records) throws InterruptedException {
    Map<String, Deque<SendMessageBatchRequestEntry>> groups = new LinkedHashMap<>();
    for (Record record : records) {
      SendMessageBatchRequestEntry message = form.message(shardId, record);
      if (message.messageBody().length() <= BATCH_BYTES) {
        groups.computeIfAbsent(message.messageGroupId(), g -> new ArrayDeque<>()).add(message);
      } else {
        sendNotice(shardId, message);
      }
    }
    int failures = 0;
    while (!groups.isEmpty()) {
      List<SendMessageBatchRequestEntry> batch = nextBatch(groups.values());
      List<BatchResultErrorEntry> failed = retries.call(() -> queues.send(batch));
      Set<String> failedIds =
          failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
      batch.stream()
          .filter(message -> !failedIds.contains(message.id()))
          .forEach(message -> groups.get(message.messageGroupId()).removeFirst());
      groups.values().removeIf(Deque::isEmpty);
      failures = failed.isEmpty() ? 0 : failures + 1;
      if (failures > 0) {
        retries.pause(failures, failed.get(0).code() + ": " + failed.get(0).message());
      }
    }
  }

  /**
   * The first message of each group: with two of a group in one batch, the second could overtake
   * the first. The longest groups come first, because they need the most batches.
   */
  private static List<SendMessageBatchRequestEntry> nextBatch(
      Iterable<Deque<SendMessageBatchRequestEntry>> groups) {
    List<Deque<SendMessageBatchRequestEntry>> longestFirst = new ArrayList<>();
    groups.forEach(longestFirst::add);
    longestFirst.sort(Comparator.comparing(Deque::size, Comparator.reverseOrder()));
    List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
    int bytes = 0;
    for (Deque<SendMessageBatchRequestEntry> group : longestFirst) {
      bytes += group.getFirst().messageBody().length();
      if (bytes > BATCH_BYTES || batch.size() == BATCH_MESSAGES) {
        break;
      }
      batch.add(group.getFirst());
    }
    return batch;
  }

  private void sendNotice(String shardId, SendMessageBatchRequestEntry message)
      throws InterruptedException {
    String reason =
        "its message has %d bytes; the limit is %d"
            .formatted(message.messageBody().length(), BATCH_BYTES);
    LOG.error("Record {} cannot be delivered: {}", message.messageDeduplicationId(), reason);
    String notice = form.notice(shardId, message.id(), reason, clock.instant());
    retries.call(
        () -> {
          queues.sendNotice(notice);
          return notice;
        });
  }
}
