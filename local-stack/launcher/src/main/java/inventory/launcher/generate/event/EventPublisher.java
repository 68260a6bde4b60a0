package inventory.launcher.generate.event;

import inventory.stack.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Publishes records in batches and sends rejected ones again.
 *
 * <p>Records with the same partition key keep their order even if the target rejects a part of a
 * batch, because a batch has at most one record of each key and the next one waits until it is
 * accepted. (Neither PutRecords nor SendMessageBatch keeps the order within a partly failed batch.)
 *
 * <p>The SDK repeats a request whose answer was lost, so a record may be published twice. Not
 * thread-safe.
 */
public final class EventPublisher implements AutoCloseable {

  // A longer queue would find more keys for a batch, but would wait longer.
  private static final int MAX_WAITING = 2_000;

  private static final BackoffStrategy STANDARD =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(5));
  // About half a minute, longer than Kinesis throttles a shard.
  private static final int MAX_FAILURES = 18;

  private final EventTarget target;
  private final BackoffStrategy backoff;
  private final Map<String, Deque<EventRecord>> waiting = new LinkedHashMap<>();
  private int waitingRecords;
  private int failures;

  /** Publishes to a target. */
  public EventPublisher(EventTarget target) {
    this(target, STANDARD);
  }

  EventPublisher(EventTarget target, BackoffStrategy backoff) {
    this.target = target;
    this.backoff = backoff;
  }

  /**
   * Accepts a record; sends a batch as soon as one is full.
   *
   * @throws LaunchException if the target keeps rejecting everything
   */
  public void accept(EventRecord record) throws IOException, InterruptedException {
    waiting.computeIfAbsent(record.partitionKey(), any -> new ArrayDeque<>()).add(record);
    waitingRecords++;
    while (waiting.size() >= target.maxRecords() || waitingRecords >= MAX_WAITING) {
      send();
    }
  }

  /**
   * Returns when the target has accepted all records.
   *
   * @throws LaunchException if the target keeps rejecting everything
   */
  public void flush() throws IOException, InterruptedException {
    while (waitingRecords > 0) {
      send();
    }
  }

  private void send() throws IOException, InterruptedException {
    List<EventRecord> batch =
        waiting.values().stream().limit(target.maxRecords()).map(Deque::element).toList();
    Map<Integer, String> rejected = target.send(batch);
    for (int i = 0; i < batch.size(); i++) {
      if (!rejected.containsKey(i)) {
        remove(batch.get(i).partitionKey());
      }
    }
    failures = rejected.size() == batch.size() ? failures + 1 : 0;
    if (failures == MAX_FAILURES) {
      throw new LaunchException(
          "%d records are not published: they were rejected %d times, most recently with \"%s\""
              .formatted(waitingRecords, failures, rejected.get(0)));
    }
    if (!rejected.isEmpty()) {
      Thread.sleep(backoff.computeDelay(Math.max(1, failures)).toMillis());
    }
  }

  /** Removes the first record of a key and moves the key to the end: all keys get their turn. */
  private void remove(String key) {
    Deque<EventRecord> queue = waiting.remove(key);
    queue.remove();
    waitingRecords--;
    if (!queue.isEmpty()) {
      waiting.put(key, queue);
    }
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
