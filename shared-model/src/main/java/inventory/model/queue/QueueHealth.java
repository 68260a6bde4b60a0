package inventory.model.queue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.jms.listener.JMSListener;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Reports the service as ready if every queue exists and is being consumed. */
@Readiness
@Singleton
// Without SQS on the class path the bean could not be loaded.
@Requires(classes = {HealthIndicator.class, SqsClient.class, JMSListener.class})
@Requires(beans = {QueueListener.class, QueueConsumers.class})
class QueueHealth extends AbstractHealthIndicator<Map<String, Object>> {

  private final SqsClient sqs;
  private final QueueConsumers consumers;
  private final List<QueueListener> listeners;

  QueueHealth(SqsClient sqs, QueueConsumers consumers, List<QueueListener> listeners) {
    this.sqs = sqs;
    this.consumers = consumers;
    this.listeners = listeners;
  }

  /** Throws if a queue is missing or SQS does not respond; the base class reports that. */
  @Override
  protected Map<String, Object> getHealthInformation() {
    Map<String, Object> listening = new TreeMap<>();
    for (QueueListener listener : listeners) {
      sqs.getQueueUrl(r -> r.queueName(listener.queue()));
      listening.put(listener.queue(), consumers.isListening(listener));
    }
    healthStatus = listening.containsValue(false) ? HealthStatus.DOWN : HealthStatus.UP;
    return listening;
  }

  @Override
  protected String getName() {
    return "queues";
  }
}
