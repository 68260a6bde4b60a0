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
 * @param runsQueue the name of the queue of finished validation runs, {@code INVENTORY_RUNS_QUEUE}
 */
@Context
@ConfigurationProperties("inventory")
public record QueueSettings(
    @Bindable(defaultValue = Queues.ALERT) String alertQueue,
    @Bindable(defaultValue = "1") int alertConsumers,
    @Bindable(defaultValue = Queues.FILES) String filesQueue,
    @Bindable(defaultValue = Queues.RUNS) String runsQueue) {

  static final String QUEUE_VARIABLE = "INVENTORY_ALERT_QUEUE";
  static final String FILES_VARIABLE = "INVENTORY_FILES_QUEUE";
  static final String RUNS_VARIABLE = "INVENTORY_RUNS_QUEUE";

  // The SDK's HTTP client has 50 connections.
  private static final int MAX_CONSUMERS = 40;

  /** Checks the values. */
  public QueueSettings {
    requireName(QUEUE_VARIABLE, alertQueue, "the alert queue", Queues.ALERT);
    requireName(FILES_VARIABLE, filesQueue, "the queue of finished files", Queues.FILES);
    requireName(RUNS_VARIABLE, runsQueue, "the queue of finished validation runs", Queues.RUNS);
    if (alertConsumers < 1 || alertConsumers > MAX_CONSUMERS) {
      throw new ConfigurationException(
          "INVENTORY_ALERT_CONSUMERS is "
              + alertConsumers
              + ": it must be 1 to "
              + MAX_CONSUMERS
              + "; unset it for 1");
    }
  }

  private static void requireName(String variable, String name, String queue, String otherwise) {
    if (name.isBlank()) {
      throw new ConfigurationException(
          variable + " is blank: it must name " + queue + "; unset it for " + otherwise);
    }
  }
}
