package inventory.validation.domain;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lease how long a worker that died keeps the next one from working
 * @param filePatience how long to wait for a file that ingest-service still works on
 * @param longestHold after which time a message is handed back, to be taken again
 * @param checkpointSteps after how many transactions, or items, a checkpoint is written
 * @param checkpointInterval after which time in any case
 */
public record Timing(
    Duration lease,
    Duration filePatience,
    Duration longestHold,
    int checkpointSteps,
    Duration checkpointInterval) {}
