package inventory.alert.sqs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Ready if the alert queue is there and is listened to. */
@Readiness
@Singleton
@Requires(beans = AlertQueueConsumer.class)
class AlertQueueHealth extends AbstractHealthIndicator<Map<String, Object>> {

  private final SqsClient sqs;
  private final AlertQueueConsumer consumer;
  private final QueueSettings settings;

  AlertQueueHealth(SqsClient sqs, AlertQueueConsumer consumer, QueueSettings settings) {
    this.sqs = sqs;
    this.consumer = consumer;
    this.settings = settings;
  }

  /** Throws if the queue is missing or SQS does not answer, which the base class reports. */
  @Override
  protected Map<String, Object> getHealthInformation() {
    sqs.getQueueUrl(r -> r.queueName(settings.alertQueue()));
    boolean listening = consumer.isListening();
    healthStatus = listening ? HealthStatus.UP : HealthStatus.DOWN;
    return Map.of("queue", settings.alertQueue(), "listening", listening);
  }

  @Override
  protected String getName() {
    return "alert-queue";
  }
}
