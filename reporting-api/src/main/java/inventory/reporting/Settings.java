package inventory.reporting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * The service's settings, validated at start. The README lists them with their defaults.
 *
 * @param table the table's name
 * @param bucket the inbox bucket's name
 * @param ingestQueue the queue of ingest-service, for releases
 * @param eventsQueue the FIFO queue of events, for facts
 * @param maxFileBytes the largest file that may be uploaded, in bytes; the same as ingest-service's
 * @param restockIfBelow the threshold in units of items without a threshold on record
 * @param orderUpTo up to which multiple of its threshold to order an item, 1 to 100; the same as
 *     alert-service's
 * @param cursorKey the key that signs cursors, the same for all instances; if empty, each instance
 *     generates its own
 */
@Context
@Introspected
@ConfigurationProperties("inventory")
public record Settings(
    @NotBlank(message = "INVENTORY_TABLE must be the table's name") String table,
    @NotBlank(message = "INVENTORY_BUCKET must be the inbox bucket's name") String bucket,
    @NotBlank(message = "INVENTORY_INGEST_QUEUE must be the name of ingest-service's queue")
        String ingestQueue,
    @NotBlank(message = "INVENTORY_EVENTS_QUEUE must be the name of the queue of events")
        String eventsQueue,
    @Min(value = 1, message = "INVENTORY_MAX_FILE_BYTES must be 1 or more, not {validatedValue}")
        long maxFileBytes,
    @Min(value = 0, message = "INVENTORY_RESTOCK_IF_BELOW must be 0 or more, not {validatedValue}")
        long restockIfBelow,
    @Min(value = 1, message = Settings.ORDER_UP_TO)
        @Max(value = 100, message = Settings.ORDER_UP_TO)
        int orderUpTo,
    // The value is a secret, so no message shows it.
    @Pattern(
            regexp = "(?s)|.{16,}",
            message =
                "INVENTORY_CURSOR_KEY must have at least 16 random characters, or be empty for a"
                    + " key of each instance's own")
        String cursorKey) {

  static final String ORDER_UP_TO =
      "INVENTORY_ORDER_UP_TO must be from 1 to 100, not {validatedValue}";
}
