package inventory.validation.run;

import inventory.model.inbox.Originals;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.LevelAudit;
import inventory.validation.domain.Levels;
import inventory.validation.domain.Warehouses;
import inventory.validation.findings.FindingsStore;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Everything a validation needs from outside.
 *
 * @param runs the lease and the records of runs
 * @param messages the queue of arrived files
 * @param records file records and movements in the table
 * @param originals the raw files
 * @param levels the levels in the table
 * @param audit proves levels
 * @param executor runs what is done at the same time
 * @param warehouses what is stored about warehouses
 * @param findings stores the findings
 * @param finishedRuns publishes that runs have ended
 * @param heartbeat renews the lease
 * @param pauses waits for files and after outages
 * @param isOutage whether a failure is one of the store, the queue or the disk, after which the run
 *     cannot continue; any other failure concerns a single file or item
 */
public record Ports(
    Runs runs,
    ValidationMessages messages,
    FileRecords records,
    Originals originals,
    Levels levels,
    LevelAudit audit,
    Executor executor,
    Warehouses warehouses,
    FindingsStore findings,
    FinishedRuns finishedRuns,
    Heartbeat heartbeat,
    Pauses pauses,
    Predicate<RuntimeException> isOutage) {}
