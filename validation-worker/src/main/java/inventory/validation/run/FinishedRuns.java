package inventory.validation.run;

/** Publishes that runs have ended, so that people are notified. */
@FunctionalInterface
public interface FinishedRuns {

  /** Publishes that a run has ended; returns when that is durable. Idempotent. */
  void publish(Run run);
}
