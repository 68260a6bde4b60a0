package inventory.threshold;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * The service's settings, validated at start.
 *
 * <p>The README of the service lists them with their defaults.
 *
 * @param bucket the inbox bucket's name
 * @param table the table's name
 * @param thresholdQueue the queue of S3's notifications
 * @param alertQueue the queue of alert-service
 * @param filesQueue the queue of finished files
 * @param writers how many thresholds are written at a time
 * @param maxThresholdBytes the largest file that is processed, in bytes; memory grows with it
 */
@Context
@ConfigurationProperties("inventory")
public record ThresholdSettings(
    @NotBlank String bucket,
    @NotBlank String table,
    @NotBlank String thresholdQueue,
    @NotBlank String alertQueue,
    @NotBlank String filesQueue,
    @Min(1) @Max(64) int writers,
    @Min(1) long maxThresholdBytes) {}
