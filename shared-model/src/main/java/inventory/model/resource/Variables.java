package inventory.model.resource;

/**
 * The environment variables by which a service learns where its resources are. Endpoints, region
 * and credentials come by the variables that every AWS SDK knows.
 */
public final class Variables {

  /** The inbox bucket's name. */
  public static final String BUCKET = "INVENTORY_BUCKET";

  /** The table's name. */
  public static final String TABLE = "INVENTORY_TABLE";

  /** The base URL of the reporting API, version included. */
  public static final String API = "INVENTORY_API";

  /** The folder in which the local environment keeps delivered e-mails. */
  public static final String MAIL = "INVENTORY_MAIL";

  private Variables() {}
}
