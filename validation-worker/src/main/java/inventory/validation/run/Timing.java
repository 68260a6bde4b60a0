package inventory.validation.run;

import java.time.Duration;

/**
 * The run's durations and intervals.
 *
 * @param lease how long the lease of a worker that died blocks the next one
 * @param filePatience how long to wait for a file that ingest-service is still processing
 * @param maxHidden how long a message may stay hidden before it is released for redelivery
 * @param checkpointSteps how many transactions or items lie between two checkpoints at most
 * @param checkpointInterval how much time lies between two checkpoints at most
 */
public record Timing(
    Duration lease,
    Duration filePatience,
    Duration maxHidden,
    int checkpointSteps,
    Duration checkpointInterval) {}
