package inventory.validation.run;

import inventory.validation.domain.FileRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The lease that prevents overlapping runs, and the stored runs. */
public interface Runs {

  /**
   * Acquires the lease unless another holder has it.
   *
   * @param until when the lease expires
   * @return the id of the unfinished run, if there is one
   * @throws LeaseHeldException if another holder has it
   */
  Optional<String> acquire(String holder, Instant now, Instant until) throws LeaseHeldException;

  /**
   * Renews the lease.
   *
   * @return whether it was still the holder's
   */
  boolean renew(String holder, Instant until);

  /** Releases the lease; the next holder resumes an unfinished run. */
  void release(String holder);

  /**
   * Stores a new run as the one in progress.
   *
   * @throws LeaseLostException if the holder no longer has the lease; so do all methods below
   */
  void begin(Run run, String holder);

  /** Loads a stored run. */
  Run load(String runId);

  /** The latest run that was completed, if there is one. */
  Optional<Completed> lastCompleted();

  /** The ids of the findings that people have accepted until a later instant. */
  Set<String> acceptedFindings(Instant now);

  /** How many runs began on the UTC day of an instant. */
  int begunOnDayOf(Instant instant);

  /** Saves a run's progress. */
  void save(Run run, Pace pace, String holder);

  /** Saves a run's progress together with the file that it has just checked. */
  void saveChecked(Run run, Pace pace, FileRecord file, long transactions, String holder);

  /** Removes an ended run from the lease; the next start begins a new run. */
  void close(String holder);

  /**
   * A completed run.
   *
   * @param id its id
   * @param startedAt when it was first started
   */
  record Completed(String id, Instant startedAt) {}

  /**
   * A run's speed.
   *
   * @param at when it was measured
   * @param transactionsPerSecond since the last start; 0 if none was checked
   * @param left an estimate of the remaining time, if there is one
   */
  record Pace(Instant at, double transactionsPerSecond, Optional<Duration> left) {}

  /** Another process has the lease; the message names it. */
  final class LeaseHeldException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for the lease's holder. */
    public LeaseHeldException(String holder, Instant until) {
      super(
          "another validation is in progress: %s holds the lease until %s and may renew it"
              .formatted(holder, until));
    }
  }

  /** The lease was lost: another process may have taken over the run. */
  final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for the holder that lost it. */
    public LeaseLostException(String holder) {
      super("stopping because " + holder + " no longer holds the lease");
    }
  }
}
