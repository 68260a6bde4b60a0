package inventory.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * The settings for notifications by SNS, validated at start.
 *
 * @param topicPurchasing the ARN of purchasing's topic
 * @param topicOperations the ARN of operations' topic
 */
@Context
@Requires(property = Channels.NOTIFY_BY, value = Channels.SNS)
@ConfigurationProperties("inventory")
public record SnsSettings(
    @Nullable
        @NotBlank(message = "INVENTORY_TOPIC_PURCHASING" + SnsSettings.UNSET)
        @Pattern(
            regexp = SnsSettings.TOPIC,
            message = "INVENTORY_TOPIC_PURCHASING" + SnsSettings.INVALID)
        String topicPurchasing,
    @Nullable
        @NotBlank(message = "INVENTORY_TOPIC_OPERATIONS" + SnsSettings.UNSET)
        @Pattern(
            regexp = SnsSettings.TOPIC,
            message = "INVENTORY_TOPIC_OPERATIONS" + SnsSettings.INVALID)
        String topicOperations) {

  static final String TOPIC = "|arn:[\\w-]+:sns:[\\w-]+:\\d+:[\\w.-]+";
  static final String UNSET = " is not set: set it to the ARN of a topic";
  static final String INVALID =
      " is '{validatedValue}': it must be an ARN, such as"
          + " arn:aws:sns:eu-central-1:123456789012:inventory-purchasing";
}
