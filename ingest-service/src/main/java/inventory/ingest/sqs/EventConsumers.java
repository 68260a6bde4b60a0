package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Consumes the events queue with several consumers in parallel. If that fails, for example because
 * the queue is missing, it retries until it succeeds.
 */
@Context
final class EventConsumers {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

  private static final long PAUSE_MILLIS = 2_000;
  // Usually longer than a poll and the processing of a batch together.
  private static final Duration END = Duration.ofSeconds(8);

  private final EventQueue queue;
  private final EventBatch batches;
  private final List<Thread> consumers = new ArrayList<>();
  private volatile boolean ending;
  private volatile boolean failing = true;

  EventConsumers(EventQueue queue, EventBatch batches, IngestSettings settings) {
    this.queue = queue;
    this.batches = batches;
    for (int i = 0; i < settings.eventConsumers(); i++) {
      Thread consumer = new Thread(this::consume, "events-" + i);
      consumers.add(consumer);
      consumer.start();
    }
  }

  /** Whether the queue was found. */
  boolean isListening() {
    return !failing;
  }

  private void consume() {
    while (!ending) {
      try {
        if (failing) {
          queue.find();
          failing = false;
        }
        batches.handle(queue.receive());
      } catch (SdkException e) {
        failing = true;
        LOG.error(
            "Cannot consume queue {}, retrying: {}. Check the variable INVENTORY_EVENTS_QUEUE.",
            queue.name(),
            e.getMessage());
        pause();
      } catch (RuntimeException e) {
        // Received messages are visible again after their visibility timeout.
        LOG.error("Events could not be processed, retrying", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      ending = true;
    }
  }

  /** Lets each consumer finish its batch. */
  @PreDestroy
  void end() throws InterruptedException {
    ending = true;
    long deadline = System.nanoTime() + END.toNanos();
    for (Thread consumer : consumers) {
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      consumer.join(Math.max(1, millis));
      consumer.interrupt();
    }
  }
}
