package inventory.alert.domain;

import inventory.alert.notice.RunReport;

/** The records of validation runs. */
public interface RunReports {

  /**
   * Reads a run's record, strongly consistent.
   *
   * @throws IllegalStateException if there is none
   */
  RunReport find(String runId);

  /**
   * Writes into the outbox that a run is to be told of, unless that was done before for this ending
   * or a later one.
   *
   * @param ending how often the run had ended, 1 or more
   * @param occasion the batch to write it into
   */
  void tellOnce(String runId, int ending, Occasion occasion);
}
