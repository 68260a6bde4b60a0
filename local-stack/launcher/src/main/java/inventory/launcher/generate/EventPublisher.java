package inventory.launcher.generate;

import inventory.launcher.generate.EventTarget.Refusal;
import inventory.stack.LaunchException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes events in batches, and sends again what was refused, until all are taken.
 *
 * <p>The order of each partition key is kept, also where a part of a batch is refused: a batch has
 * at most one record of each key, and the next one of that key goes out when it was taken. (Neither
 * PutRecords nor a batch of messages promises an order within a batch of which a part fails.) A
 * product that is in every second event is therefore published with one request for each.
 *
 * <p>A request whose answer is lost is repeated, so that a record may be published twice; it then
 * says the same. It is for one thread.
 */
public final class EventPublisher implements EventSink {

  // More would find more different keys for a batch, but would wait longer.
  private static final int MAX_WAITING = 2_000;

  private final EventTarget target;
  private final Backoff backoff;
  private final Map<String, Deque<EventRecord>> waiting = new LinkedHashMap<>();
  private int waitingRecords;
  private int failures;

  /** Publishes to a target. */
  public EventPublisher(EventTarget target, Backoff backoff) {
    this.target = target;
    this.backoff = backoff;
  }

  /**
   * Takes a record; sends a batch as soon as one is full.
   *
   * @throws IllegalArgumentException if the record is too large
   * @throws LaunchException if the target keeps refusing all
   */
  @Override
  public void accept(EventRecord record) throws InterruptedException {
    if (target.bytes(record) > target.maxBytes()) {
      throw new IllegalArgumentException(
          "a record of %s has %d bytes; at most %d can be sent"
              .formatted(record.partitionKey(), target.bytes(record), target.maxBytes()));
    }
    waiting.computeIfAbsent(record.partitionKey(), any -> new ArrayDeque<>()).add(record);
    waitingRecords++;
    while (waiting.size() >= target.maxRecords() || waitingRecords >= MAX_WAITING) {
      send();
    }
  }

  /**
   * Returns when all is taken.
   *
   * @throws LaunchException if the target keeps refusing all
   */
  @Override
  public void flush() throws InterruptedException {
    while (waitingRecords > 0) {
      send();
    }
  }

  private void send() throws InterruptedException {
    List<EventRecord> batch = batch();
    List<Refusal> refusals = target.send(batch);
    Map<Integer, String> refused = new HashMap<>();
    refusals.forEach(refusal -> refused.put(refusal.index(), refusal.reason()));
    for (int i = 0; i < batch.size(); i++) {
      if (!refused.containsKey(i)) {
        taken(batch.get(i).partitionKey());
      }
    }
    failures = refused.size() == batch.size() ? failures + 1 : 0;
    if (failures == backoff.attempts()) {
      throw new LaunchException(
          "%d records are not published: they were refused %d times, at last with \"%s\""
              .formatted(waitingRecords, failures, refusals.get(0).reason()));
    }
    if (!refused.isEmpty()) {
      backoff.await(Math.max(1, failures));
    }
  }

  /** The first record of each key, as many as fit. */
  private List<EventRecord> batch() {
    List<EventRecord> batch = new ArrayList<>();
    long bytes = 0;
    Iterator<Deque<EventRecord>> queues = waiting.values().iterator();
    while (queues.hasNext() && batch.size() < target.maxRecords()) {
      EventRecord record = queues.next().element();
      bytes += target.bytes(record);
      if (bytes > target.maxBytes()) {
        break;
      }
      batch.add(record);
    }
    return batch;
  }

  /** Whoever had a turn goes to the end, so that all keys have theirs. */
  private void taken(String key) {
    Deque<EventRecord> queue = waiting.remove(key);
    queue.remove();
    waitingRecords--;
    if (!queue.isEmpty()) {
      waiting.put(key, queue);
    }
  }
}
