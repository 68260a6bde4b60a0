package inventory.alert.notification;

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
}
