package inventory.model.resource;

/** The SNS topics of the system. */
public final class Topics {

  /** Notifications to the people who order new stock (requirement A1). */
  public static final String PURCHASING = "inventory-purchasing";

  /** Notifications to the people who operate the system. */
  public static final String OPERATIONS = "inventory-operations";

  private Topics() {}
}
