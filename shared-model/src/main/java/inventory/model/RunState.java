package inventory.model;

/** How far a validation run has come. */
public enum RunState {
  /** Under way, or interrupted: the next start goes on with it. */
  RUNNING,
  /** It checked all that it was to check. */
  COMPLETED,
  /** It could not go on, for the reason on record; the next start goes on with it. */
  FAILED
}
