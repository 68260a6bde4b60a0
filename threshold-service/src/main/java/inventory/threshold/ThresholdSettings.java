package inventory.threshold;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * The service's settings, validated at start.
 *
 * <p>The README of the service lists them with their defaults.
 */
@ConfigurationProperties("inventory")
public interface ThresholdSettings {

  /** The inbox bucket's name. */
  @NotBlank
  String getBucket();

  /** The table's name. */
  @NotBlank
  String getTable();

  /** The queue of S3's notifications. */
  @NotBlank
  String getThresholdQueue();

  /** The queue of alert-service. */
  @NotBlank
  String getAlertQueue();

  /** The queue of finished files. */
  @NotBlank
  String getFilesQueue();

  /** How many thresholds are being written at a time. */
  @Min(1)
  @Max(64)
  int getWriters();

  /** The largest file that is taken in, in bytes; memory grows with it. */
  @Min(1)
  long getMaxThresholdBytes();
}
