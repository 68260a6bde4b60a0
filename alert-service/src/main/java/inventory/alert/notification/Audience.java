package inventory.alert.notification;

/** Who is told. */
public enum Audience {
  /** Who orders new stock. */
  PURCHASING,
  /** Who looks after the system and its files. */
  OPERATIONS
}
