package inventory.alert.sqs;

import inventory.model.resource.Queues;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * The settings of the queue consumers, validated at start.
 *
 * @param alertQueue the name of the queue of changed items
 * @param alertConsumers how many of its messages to process at the same time, 1 to 40
 * @param filesQueue the name of the queue of finished files
 * @param runsQueue the name of the queue of finished validation runs
 */
@Context
@ConfigurationProperties("inventory")
public record QueueSettings(
    @Bindable(defaultValue = Queues.ALERT)
        @NotBlank(
            message =
                QueueSettings.QUEUE_VARIABLE
                    + " is blank: it must name the queue of changed items; unset it for "
                    + Queues.ALERT)
        String alertQueue,
    @Bindable(defaultValue = "1")
        @Min(value = 1, message = QueueSettings.CONSUMERS)
        @Max(value = 40, message = QueueSettings.CONSUMERS)
        int alertConsumers,
    @Bindable(defaultValue = Queues.FILES)
        @NotBlank(
            message =
                QueueSettings.FILES_VARIABLE
                    + " is blank: it must name the queue of finished files; unset it for "
                    + Queues.FILES)
        String filesQueue,
    @Bindable(defaultValue = Queues.RUNS)
        @NotBlank(
            message =
                QueueSettings.RUNS_VARIABLE
                    + " is blank: it must name the queue of finished validation runs; unset it for "
                    + Queues.RUNS)
        String runsQueue) {

  static final String QUEUE_VARIABLE = "INVENTORY_ALERT_QUEUE";
  static final String FILES_VARIABLE = "INVENTORY_FILES_QUEUE";
  static final String RUNS_VARIABLE = "INVENTORY_RUNS_QUEUE";

  // The SDK's HTTP client has 50 connections.
  static final String CONSUMERS =
      "INVENTORY_ALERT_CONSUMERS is '{validatedValue}': it must be 1 to 40; unset it for 1";
}
