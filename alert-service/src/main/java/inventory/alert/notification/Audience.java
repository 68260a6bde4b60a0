package inventory.alert.notification;

/** The recipients of a notification. */
public enum Audience {
  /** The people who order new stock. */
  PURCHASING,
  /** The people who operate the system. */
  OPERATIONS
}
