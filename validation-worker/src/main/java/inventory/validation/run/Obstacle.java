package inventory.validation.run;

import inventory.validation.domain.Check;
import inventory.validation.domain.Severity;

/**
 * A finding of the worker itself rather than of a check.
 *
 * @param name its name in findings
 */
record Obstacle(String name) implements Check {

  /** A file that can no longer be read. */
  static final Obstacle UNREADABLE = new Obstacle("unreadable");

  /** A file that ingest-service is still processing. */
  static final Obstacle UNFINISHED = new Obstacle("unfinished");

  /** A file or an item on which a check failed. */
  static final Obstacle UNCHECKED = new Obstacle("unchecked");

  /** A message that does not name a known file. */
  static final Obstacle MESSAGE = new Obstacle("message");

  @Override
  public Severity severity() {
    return Severity.LOST;
  }
}
