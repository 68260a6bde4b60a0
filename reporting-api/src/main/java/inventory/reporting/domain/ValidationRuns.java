package inventory.reporting.domain;

import java.time.Instant;
import java.util.Optional;

/** Where the records of validation runs are read (requirement V3). */
public interface ValidationRuns {

  /**
   * A run's place among the runs.
   *
   * @param startedAt when it was first started
   * @param runId its id
   */
  record Start(Instant startedAt, String runId) {}

  /**
   * The runs, the newest first; it may lag the last changes by moments.
   *
   * @param limit how many, at least 1
   * @param before only runs that were started before this one
   */
  Page<ValidationRun> newestFirst(int limit, Optional<Start> before);

  /** The record of a run; empty if there is none of this id. */
  Optional<ValidationRun> find(String runId);
}
