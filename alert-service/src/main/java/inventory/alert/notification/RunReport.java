package inventory.alert.notification;

import inventory.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validation run's record.
 *
 * @param runId the record's id
 * @param startedAt when it was first started
 * @param endedAt when it last ended; empty while it is running
 * @param state its state
 * @param reason why it failed; empty if there is nothing to say
 * @param endings how often it has ended
 * @param files the number of checked files
 * @param filesTotal the number of files to check
 * @param transactions the number of checked transactions
 * @param levels the number of levels compared with their movements
 * @param findings the number of findings by check, without those that are accepted
 * @param newFindings how many of them the last completed run did not have, by check
 * @param acceptedFindings the number of accepted findings
 * @param worst the worst findings: new ones first, then the worst first
 * @param findingsKey the key of the list of findings, if it exists
 */
public record RunReport(
    String runId,
    Instant startedAt,
    Optional<Instant> endedAt,
    RunState state,
    String reason,
    int endings,
    long files,
    long filesTotal,
    long transactions,
    long levels,
    Map<String, Long> findings,
    Map<String, Long> newFindings,
    long acceptedFindings,
    List<Finding> worst,
    Optional<String> findingsKey) {

  /** Copies map and list. */
  public RunReport {
    findings = Map.copyOf(findings);
    newFindings = Map.copyOf(newFindings);
    worst = List.copyOf(worst);
  }

  /** The total number of findings. */
  long totalFindings() {
    return sum(findings);
  }

  /** The total number of new findings. */
  long totalNew() {
    return sum(newFindings);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * A finding. A field that it does not concern is empty.
   *
   * @param isNew whether the last completed run did not have it
   * @param check the name of the check
   * @param file the key of the file
   * @param line the line of the file, in digits
   * @param warehouse the warehouse's name
   * @param itemId the item's id
   * @param found what was found
   * @param expected what was expected
   */
  public record Finding(
      boolean isNew,
      String check,
      String file,
      String line,
      String warehouse,
      String itemId,
      String found,
      String expected) {}
}
