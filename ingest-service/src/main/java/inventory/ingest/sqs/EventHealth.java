package inventory.ingest.sqs;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;

/** Ready if the queue of events is there and is listened to. */
@Readiness
@Singleton
final class EventHealth extends AbstractHealthIndicator<Map<String, Object>> {

  private final EventQueue queue;
  private final EventConsumers consumers;

  EventHealth(EventQueue queue, EventConsumers consumers) {
    this.queue = queue;
    this.consumers = consumers;
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    boolean listening = consumers.isListening();
    healthStatus = listening ? HealthStatus.UP : HealthStatus.DOWN;
    return Map.of(queue.name(), listening);
  }

  @Override
  protected String getName() {
    return "events";
  }
}
