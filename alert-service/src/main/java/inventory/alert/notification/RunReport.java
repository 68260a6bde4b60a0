package inventory.alert.notification;

import inventory.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a validation run ended, as its record says.
 *
 * @param runId the record's id
 * @param startedAt when it was first started
 * @param endedAt when it last ended; empty while it is under way
 * @param state how it ended, or that it is under way again
 * @param reason why it could not go on; empty where there is nothing to say
 * @param endings how often it has ended
 * @param files how many files were checked
 * @param filesTotal how many files were to be checked
 * @param transactions how many transactions were checked
 * @param levels how many levels were held against their movements
 * @param findings how many findings there are, by check
 * @param worst the worst of them, the worst first
 * @param findingsKey the key of the object that lists all of them, if there is one
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
    List<Finding> worst,
    Optional<String> findingsKey) {

  /** Keeps its own copies. */
  public RunReport {
    findings = Map.copyOf(findings);
    worst = List.copyOf(worst);
  }

  /** How many findings there are in all. */
  long totalFindings() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * One thing that is not as it should be. What it does not concern is empty.
   *
   * @param check which check found it
   * @param file the key of the file
   * @param line the line of the file, in digits
   * @param warehouse the warehouse's name
   * @param itemId the item's id
   * @param found what was found
   * @param expected what was expected
   */
  public record Finding(
      String check,
      String file,
      String line,
      String warehouse,
      String itemId,
      String found,
      String expected) {}
}
