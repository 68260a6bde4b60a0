package inventory.pipe;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Sends records to the queue and keeps the order of each message group: a message that fails blocks
 * its group until it succeeds.
 */
record Delivery(MessageForm form, EventQueue queue, Retries retries, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /**
   * Returns when each record is in the queue, or a notice if no message can hold it.
   *
   * @param records in the order of their shard
   */
  void deliver(String shardId, List<Record> records) throws InterruptedException {
    Map<String, Deque<Message>> groups = new LinkedHashMap<>();
    for (Record record : records) {
      Message message = form.message(shardId, record);
      if (message.body().length() <= EventQueue.BATCH_BYTES) {
        groups.computeIfAbsent(message.groupId(), group -> new ArrayDeque<>()).add(message);
      } else {
        sendNotice(message);
      }
    }
    int failures = 0;
    while (!groups.isEmpty()) {
      List<Message> batch = nextBatch(groups.values());
      Map<Message, String> failed = retries.call(() -> queue.send(batch));
      for (Message message : batch) {
        if (!failed.containsKey(message)) {
          groups.get(message.groupId()).removeFirst();
        }
      }
      groups.values().removeIf(Deque::isEmpty);
      failures = failed.isEmpty() ? 0 : failures + 1;
      if (failures > 0) {
        retries.pause(failures, failed.values().iterator().next());
      }
    }
  }

  /**
   * The first message of each group: with two of a group in one batch, the second could overtake
   * the first. The longest groups come first, because they need the most batches.
   */
  private static List<Message> nextBatch(Iterable<Deque<Message>> groups) {
    List<Deque<Message>> longestFirst = new ArrayList<>();
    groups.forEach(longestFirst::add);
    longestFirst.sort(Comparator.<Deque<Message>>comparingInt(Deque::size).reversed());
    List<Message> batch = new ArrayList<>();
    int bytes = 0;
    for (Deque<Message> group : longestFirst) {
      bytes += group.getFirst().body().length();
      if (bytes > EventQueue.BATCH_BYTES || batch.size() == EventQueue.BATCH_MESSAGES) {
        break;
      }
      batch.add(group.getFirst());
    }
    return batch;
  }

  private void sendNotice(Message message) throws InterruptedException {
    String reason =
        "its message has %d bytes; the limit is %d"
            .formatted(message.body().length(), EventQueue.BATCH_BYTES);
    LOG.error("Record {} cannot be delivered: {}", message.eventId(), reason);
    String notice = form.notice(message, "RecordTooLarge", reason, clock.instant());
    retries.call(
        () -> {
          queue.sendNotice(notice);
          return notice;
        });
  }
}
