package inventory.ingest;

import inventory.model.Names;
import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The service's settings, validated at start.
 *
 * <p>The README of the service lists them with their defaults.
 */
@ConfigurationProperties("inventory")
public interface IngestSettings {

  /** The inbox bucket's name. */
  @NotBlank
  String getBucket();

  /** The table's name. */
  @NotBlank
  String getTable();

  /** The queue of S3's notifications. */
  @NotBlank
  String getIngestQueue();

  /** The queue of alert-service. */
  @NotBlank
  String getAlertQueue();

  /** The queue of finished files. */
  @NotBlank
  String getFilesQueue();

  /** The FIFO queue of arrived files. */
  @NotBlank
  String getValidationQueue();

  /** The FIFO queue of events. */
  @NotBlank
  String getEventsQueue();

  /** The warehouse of events without one (requirement E2). */
  @NotBlank
  @Size(max = Names.MAX_LENGTH)
  String getEventsWarehouse();

  /** How many batches of up to ten events are processed at a time. */
  @Min(1)
  @Max(20)
  int getEventConsumers();

  /** How many files are processed at a time. */
  @Min(1)
  @Max(40)
  int getConsumers();

  /** How many transactions are written at a time, for all files together. */
  @Min(1)
  @Max(64)
  int getWriters();

  /** The largest file that is accepted, in bytes. */
  @Min(1)
  long getMaxFileBytes();

  /** The heap, in percent, that the rows of all files may use while they are merged. */
  @Min(1)
  @Max(60)
  int getMergePercent();
}
