package inventory.validation;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * The worker's settings, validated at start.
 *
 * <p>The README of the worker lists them with their defaults.
 */
@ConfigurationProperties("inventory")
public interface ValidationSettings {

  /** The inbox bucket's name. */
  @NotBlank
  String getBucket();

  /** The table's name. */
  @NotBlank
  String getTable();

  /** The FIFO queue of arrived files. */
  @NotBlank
  String getValidationQueue();

  /** The queue of finished runs. */
  @NotBlank
  String getRunsQueue();

  /** The queue of alert-service, which is told of each level that a rebuild corrects. */
  @NotBlank
  String getAlertQueue();

  /** The largest file that ingest-service takes in, in bytes. */
  @Min(1)
  long getMaxFileBytes();

  /** The heap, in percent, that the sums of one file may take. */
  @Min(1)
  @Max(60)
  int getMergePercent();

  /** How long the customer's own check of one transaction takes (requirement V2); may be 0. */
  @NotNull
  Duration getCheckDuration();

  /** After how many transactions the worker writes down how far it has come. */
  @Min(1)
  int getCheckpointTransactions();

  /** After which time it does so in any case. */
  @NotNull
  Duration getCheckpointInterval();

  /** How long a worker that died keeps the next one from working. */
  @NotNull
  Duration getLease();

  /** How long to wait for a file that ingest-service still works on. */
  @NotNull
  Duration getFilePatience();

  /**
   * After which time a message is handed back to the queue, to be taken again: SQS hides none for
   * longer than twelve hours.
   */
  @NotNull
  Duration getLongestHold();

  /** How many days before its file's arrival a transaction may have happened. */
  @Min(1)
  int getMaxAgeDays();
}
