package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import inventory.model.queue.Outages;
import inventory.model.queue.SqsQueue;
import inventory.model.queue.StopPatience;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Consumes the events queue with several consumers in parallel. If that fails, for example because
 * the queue is missing, it retries until it succeeds; the service is not ready meanwhile.
 */
@Context
@Readiness
@Requires(notEnv = Environment.FUNCTION)
final class EventConsumers extends AbstractHealthIndicator<Map<String, Object>> {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

  private static final long PAUSE_MILLIS = 2_000;

  private final SqsQueue queue;
  private final EventBatch batches;
  private final Outages outages;
  private final StopPatience patience;
  private final List<Thread> consumers = new ArrayList<>();
  private volatile boolean ending;
  private volatile boolean failing = true;

  EventConsumers(
      SqsQueue queue,
      EventBatch batches,
      Outages outages,
      StopPatience patience,
      IngestSettings settings) {
    this.queue = queue;
    this.patience = patience;
    this.batches = batches;
    this.outages = outages;
    for (int i = 0; i < settings.eventConsumers(); i++) {
      Thread consumer = new Thread(this::consume, "events-" + i);
      consumers.add(consumer);
      consumer.start();
    }
  }

  @Override
  protected String getName() {
    return "events";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    boolean listening =
        (!failing || consumers.isEmpty()) && consumers.stream().allMatch(Thread::isAlive);
    healthStatus = listening ? HealthStatus.UP : HealthStatus.DOWN;
    return Map.of(queue.name(), listening);
  }

  private void consume() {
    while (!ending) {
      try {
        if (failing) {
          queue.find();
          failing = false;
        }
        List<Message> messages = queue.receive(SqsQueue.MAX_MESSAGES);
        if (!messages.isEmpty()) {
          batches.handle(messages);
        }
      } catch (SdkException e) {
        failing = true;
        LOG.error(
            "Cannot consume queue {}, retrying: {}. Check the variable INVENTORY_EVENTS_QUEUE.",
            queue.name(),
            e.getMessage());
        pause();
      } catch (RuntimeException | Error e) {
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
    outages.end();
    for (Thread consumer : consumers) {
      consumer.join(patience.leftMillis());
      consumer.interrupt();
    }
  }
}
