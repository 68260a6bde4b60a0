package inventory.reporting.domain.runs;

import inventory.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A validation run and what it found (requirements V1 to V4).
 *
 * @param id the run's id
 * @param startedAt when it was first started
 * @param endedAt when it last ended; empty while it is under way
 * @param state how it ended, or that it is under way
 * @param reason why it failed, for people
 * @param progress how far it has come
 * @param findings how many findings there are, by check
 * @param worst the worst of them, the worst first
 * @param findingsKey the key of the object that lists all of them; empty until it is there
 */
public record ValidationRun(
    String id,
    Instant startedAt,
    Optional<Instant> endedAt,
    RunState state,
    Optional<String> reason,
    Progress progress,
    Map<String, Long> findings,
    List<Finding> worst,
    Optional<String> findingsKey) {

  /** Keeps its own copies. */
  public ValidationRun {
    findings = Map.copyOf(findings);
    worst = List.copyOf(worst);
  }

  /** How many findings there are in all. */
  public long totalFindings() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * How far a run has come.
   *
   * @param files how many files were checked
   * @param filesTotal how many files were to be checked, an estimate until the end
   * @param transactions how many transactions were checked
   * @param levels how many levels were held against their movements
   * @param ratePerSecond transactions a second since it was last started; empty until one was
   *     checked
   * @param secondsLeft how long it will take yet, an estimate; empty where there is none
   * @param at when this was so
   */
  public record Progress(
      long files,
      long filesTotal,
      long transactions,
      long levels,
      OptionalDouble ratePerSecond,
      OptionalLong secondsLeft,
      Optional<Instant> at) {}

  /**
   * One thing that is not as it should be. What it does not concern is empty.
   *
   * @param check which check found it
   * @param file the key of the file
   * @param line the line of the file
   * @param warehouse the warehouse's name
   * @param itemId the item's id
   * @param found what was found, for people
   * @param expected what was expected, for people
   */
  public record Finding(
      String check,
      Optional<String> file,
      OptionalInt line,
      Optional<String> warehouse,
      Optional<String> itemId,
      Optional<String> found,
      Optional<String> expected) {}
}
