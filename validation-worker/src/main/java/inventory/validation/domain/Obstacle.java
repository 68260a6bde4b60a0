package inventory.validation.domain;

/**
 * What the worker comes upon on its way to what is to be checked.
 *
 * @param name what it is called in findings
 */
record Obstacle(String name) implements Check {

  /** A file that cannot be read any more. */
  static final Obstacle UNREADABLE = new Obstacle("unreadable");

  /** A file that ingest-service still works on. */
  static final Obstacle UNFINISHED = new Obstacle("unfinished");

  /** A file, or an item, on which a check broke down. */
  static final Obstacle UNCHECKED = new Obstacle("unchecked");

  /** A message that tells of no file. */
  static final Obstacle MESSAGE = new Obstacle("message");

  @Override
  public Severity severity() {
    return Severity.LOST;
  }
}
