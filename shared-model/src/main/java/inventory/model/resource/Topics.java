package inventory.model.resource;

/** The SNS topics of the system. */
public final class Topics {

  /** Who orders new stock (requirement A1). */
  public static final String PURCHASING = "inventory-purchasing";

  /** Who looks after the system and its files. */
  public static final String OPERATIONS = "inventory-operations";

  private Topics() {}
}
