package inventory.validation.domain;

import inventory.model.inbox.Originals;
import java.util.function.Predicate;

/**
 * All that a validation needs of the world.
 *
 * @param runs the lease and the records of runs
 * @param arrivals the files that are waiting
 * @param records what the table holds of files
 * @param originals the files
 * @param levels the levels in the table
 * @param warehouses what is remembered of warehouses
 * @param findings where the findings go
 * @param ends whom to tell
 * @param heartbeat keeps the lease
 * @param isOutage whether a failure is one of the store, the queue or the disk, so that the run
 *     cannot go on; any other concerns one file or item alone
 */
public record Ports(
    Runs runs,
    Arrivals arrivals,
    FileRecords records,
    Originals originals,
    Levels levels,
    Warehouses warehouses,
    FindingsStore findings,
    RunEnds ends,
    Heartbeat heartbeat,
    Predicate<RuntimeException> isOutage) {}
