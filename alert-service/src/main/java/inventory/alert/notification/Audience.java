package inventory.alert.notification;

import java.util.Optional;

/**
 * The recipients of a notification. Each audience has a partition of the outbox, and is sent to by
 * itself: one that cannot be reached delays no other.
 */
public sealed interface Audience {

  /** The people who order new stock. */
  Audience PURCHASING = Team.PURCHASING;

  /** The people who operate the system. */
  Audience OPERATIONS = Team.OPERATIONS;

  /** Identifies the audience, in the table too; no other audience has the same text. */
  String id();

  /** People whom the service's settings name. */
  enum Team implements Audience {
    /** See {@link Audience#PURCHASING}. */
    PURCHASING,
    /** See {@link Audience#OPERATIONS}. */
    OPERATIONS;

    @Override
    public String id() {
      return name();
    }
  }

  /**
   * People whom a rule names.
   *
   * @param name the rule's name
   * @param purpose why they are notified
   */
  record Rule(String name, Purpose purpose) implements Audience {

    private static final String PREFIX = "RULE#";

    @Override
    public String id() {
      return PREFIX + name + "#" + purpose;
    }
  }

  /** Why people whom a rule names are notified. */
  enum Purpose {
    /** Stock became low or ran out. */
    NOTICE,
    /** The time of a digest has come. */
    DIGEST,
    /** Nobody has acknowledged an alert that they were notified of. */
    REMINDER,
    /** Nobody has acknowledged an alert that others were notified of. */
    ESCALATION
  }

  /** The audience of a rule that has an id; empty for any other audience. */
  static Optional<Rule> ruleOf(String id) {
    int end = id.lastIndexOf('#');
    return id.startsWith(Rule.PREFIX)
        ? Optional.of(
            new Rule(
                id.substring(Rule.PREFIX.length(), end), Purpose.valueOf(id.substring(end + 1))))
        : Optional.empty();
  }
}
