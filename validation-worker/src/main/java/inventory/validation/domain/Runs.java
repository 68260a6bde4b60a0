package inventory.validation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The lease that keeps runs from overlapping, and the records of runs. */
public interface Runs {

  /**
   * Takes the lease, unless somebody has it whose time is not over.
   *
   * @param until when it ends by itself
   * @return the id of the run that is not ended yet, if there is one
   * @throws LeaseHeldException if somebody has it
   */
  Optional<String> acquire(String holder, Instant now, Instant until) throws LeaseHeldException;

  /**
   * Prolongs the lease.
   *
   * @return whether it was still the holder's
   */
  boolean renew(String holder, Instant until);

  /** Gives the lease back; a run that is not ended yet stays the next one's work. */
  void release(String holder);

  /**
   * Puts a new run on record, as the one that is under way.
   *
   * @throws LeaseLostException if the lease is not the holder's any more, as for all below
   */
  void begin(Run run, String holder);

  /** A run on record. */
  Run load(String runId);

  /** How many runs were begun on the day of an instant, in UTC. */
  int begunOnDayOf(Instant instant);

  /** Writes down how far a run has come. */
  void save(Run run, Pace pace, String holder);

  /** The same, with the file that was finished, as the run's next one. */
  void saveChecked(Run run, Pace pace, FileRecord file, long transactions, String holder);

  /** Takes an ended run off the lease, so that the next start begins a new one. */
  void close(String holder);

  /**
   * How fast a run is.
   *
   * @param at when this was so
   * @param transactionsPerSecond since it was last started; 0 if none was checked
   * @param left how long it will take yet, an estimate, if there is one
   */
  record Pace(Instant at, double transactionsPerSecond, Optional<Duration> left) {}

  /** Somebody else is at work; the message says who and until when. */
  final class LeaseHeldException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With who holds it. */
    public LeaseHeldException(String holder, Instant until) {
      super(
          "a validation is under way: %s holds the lease, until %s unless it is renewed"
              .formatted(holder, until));
    }
  }

  /** The lease was lost: whatever is done from now on is another's to do. */
  final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the holder that lost it. */
    public LeaseLostException(String holder) {
      super("the lease is no longer held by " + holder + ", so that it stops");
    }
  }
}
