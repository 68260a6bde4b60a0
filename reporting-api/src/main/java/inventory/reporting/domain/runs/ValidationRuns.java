package inventory.reporting.domain.runs;

import inventory.model.audit.AuditEntry;
import inventory.model.finding.AcceptedFindingItem;
import inventory.model.table.RunItem;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.util.Optional;

/** Reads the records of validation runs (requirement V3). */
public interface ValidationRuns {

  /**
   * The position of a run in the list of runs.
   *
   * @param startedAt when it was first started
   * @param runId its id
   */
  record PagePosition(Instant startedAt, String runId) {

    /** The position of a run. */
    public static PagePosition of(RunItem run) {
      return new PagePosition(run.startedAt(), run.runId());
    }
  }

  /**
   * The runs, newest first. Eventually consistent.
   *
   * @param limit the number of runs, at least 1
   * @param after only runs after this position
   */
  Page<RunItem, PagePosition> newestFirst(int limit, Optional<PagePosition> after);

  /** The record of a run; empty if there is none with this id. */
  Optional<RunItem> find(String runId);

  /**
   * The accepted findings, by their ids.
   *
   * @param limit the number of findings, at least 1
   * @param after only findings with a greater id
   */
  Page<AcceptedFindingItem, String> acceptedFindings(int limit, Optional<String> after);

  /** Stores that a finding is accepted, in place of an earlier decision, with the decision. */
  void accept(AcceptedFindingItem accepted, AuditEntry entry);

  /** Deletes that a finding is accepted, with the decision; without effect if it is not. */
  void withdraw(String findingId, AuditEntry entry);
}
