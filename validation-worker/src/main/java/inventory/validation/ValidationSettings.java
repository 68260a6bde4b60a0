package inventory.validation;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * The worker's settings, validated at start. The README lists their environment variables and
 * defaults.
 *
 * @param bucket the inbox bucket's name
 * @param table the table's name
 * @param validationQueue the FIFO queue of arrived files
 * @param runsQueue the queue of ended runs
 * @param alertQueue the queue of alert-service, for levels that a rebuild corrects
 * @param maxFileBytes the largest file that ingest-service accepts, in bytes
 * @param mergePercent the share of the heap that one file's sums may use, in percent
 * @param checkDuration how long the customer's own check of a transaction takes (requirement V2);
 *     may be 0
 * @param checkpointTransactions how many transactions lie between two checkpoints at most
 * @param checkpointInterval how much time lies between two checkpoints at most
 * @param lease how long the lease of a worker that died blocks the next one
 * @param filePatience how long to wait in all for files that ingest-service is still processing
 * @param outagePatience how long a run that cannot go on is tried again before it fails
 * @param findingsListed how many findings of a check are listed for a file or a warehouse
 * @param checksOff the names of checks that are switched off
 * @param restockIfBelow the threshold of items that have none, in units; as of alert-service
 * @param alertScope {@code warehouse}, or {@code total} for alerts on totals, which are not
 *     compared
 * @param maxAgeDays how many days before its file's arrival a transaction may have happened
 */
@ConfigurationProperties("inventory")
public record ValidationSettings(
    @NotBlank String bucket,
    @NotBlank String table,
    @NotBlank String validationQueue,
    @NotBlank String runsQueue,
    @NotBlank String alertQueue,
    @Min(1) long maxFileBytes,
    @Min(1) @Max(60) int mergePercent,
    @NotNull Duration checkDuration,
    @Min(1) int checkpointTransactions,
    @NotNull Duration checkpointInterval,
    @NotNull Duration lease,
    @NotNull Duration filePatience,
    @NotNull Duration outagePatience,
    @Min(1) int findingsListed,
    @NotNull List<String> checksOff,
    @Min(0) long restockIfBelow,
    @NotBlank String alertScope,
    @Min(1) int maxAgeDays) {

  /** Copies the list. */
  public ValidationSettings {
    checksOff = List.copyOf(checksOff);
  }
}
