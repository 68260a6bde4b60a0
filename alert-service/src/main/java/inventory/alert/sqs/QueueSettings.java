package inventory.alert.sqs;

import inventory.model.resource.Queues;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How the queues are consumed.
 *
 * @param alertQueue the queue's name, {@code INVENTORY_ALERT_QUEUE}
 * @param alertConsumers how many messages are worked on at once, 1 to 40; {@code
 *     INVENTORY_ALERT_CONSUMERS}
 * @param filesQueue the name of the queue of finished files, {@code INVENTORY_FILES_QUEUE}
 */
@Context
@ConfigurationProperties("inventory")
public record QueueSettings(
    @Bindable(defaultValue = Queues.ALERT) String alertQueue,
    @Bindable(defaultValue = "1") int alertConsumers,
    @Bindable(defaultValue = Queues.FILES) String filesQueue) {

  static final String QUEUE_VARIABLE = "INVENTORY_ALERT_QUEUE";
  static final String FILES_VARIABLE = "INVENTORY_FILES_QUEUE";

  // The JMS library's connection pool has 50 places.
  private static final int MAX_CONSUMERS = 40;

  /** Checks the values. */
  public QueueSettings {
    if (alertQueue.isBlank()) {
      throw new ConfigurationException(
          QUEUE_VARIABLE + " is blank: it must name the alert queue; unset it for " + Queues.ALERT);
    }
    if (filesQueue.isBlank()) {
      throw new ConfigurationException(
          FILES_VARIABLE
              + " is blank: it must name the queue of finished files; unset it for "
              + Queues.FILES);
    }
    if (alertConsumers < 1 || alertConsumers > MAX_CONSUMERS) {
      throw new ConfigurationException(
          "INVENTORY_ALERT_CONSUMERS is "
              + alertConsumers
              + ": it must be 1 to "
              + MAX_CONSUMERS
              + "; unset it for 1");
    }
  }
}
