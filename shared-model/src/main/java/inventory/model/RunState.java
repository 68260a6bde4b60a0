package inventory.model;

/** The state of a validation run. */
public enum RunState {
  /** Running, or interrupted: the next start continues it. */
  RUNNING,
  /** It has checked everything. */
  COMPLETED,
  /** It failed, for the recorded reason; the next start continues it. */
  FAILED
}
