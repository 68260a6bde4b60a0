package inventory.validation.run;

import java.time.Duration;

/**
 * The run's durations and intervals.
 *
 * @param lease how long the lease of a worker that died blocks the next one
 * @param filePatience how long to wait in all for files that ingest-service is still processing
 * @param outagePatience how long a run without progress is tried again within the same process
 * @param checkpointSteps how many transactions or items lie between two checkpoints at most
 * @param checkpointInterval how much time lies between two checkpoints at most
 * @param transaction how long the customer's own check of a transaction takes
 * @param findingsListed how many findings of a check are listed for a file or a warehouse
 */
public record Timing(
    Duration lease,
    Duration filePatience,
    Duration outagePatience,
    int checkpointSteps,
    Duration checkpointInterval,
    Duration transaction,
    int findingsListed) {}
