package inventory.validation.run;

import inventory.validation.domain.Check;
import inventory.validation.domain.Severity;

/** Findings of the worker itself rather than of a check. */
final class Obstacle extends Check {

  /** A file that can no longer be read. */
  static final Obstacle UNREADABLE = new Obstacle("unreadable");

  /** A file that ingest-service is still processing. */
  static final Obstacle UNFINISHED = new Obstacle("unfinished");

  /** A file or an item on which a check failed. */
  static final Obstacle UNCHECKED = new Obstacle("unchecked");

  /** A message that does not name a known file. */
  static final Obstacle MESSAGE = new Obstacle("message");

  private Obstacle(String name) {
    super(name, Severity.LOST);
  }
}
