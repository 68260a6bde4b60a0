package inventory.reporting.http;

/** Where the API stands. */
public final class Paths {

  /** The first version; health and metrics stand outside of it. */
  public static final String ROOT = "/v1";

  public static final String OVERVIEW = ROOT + "/overview";

  public static final String WAREHOUSES = ROOT + "/warehouses";

  public static final String ITEMS = ROOT + "/items";

  public static final String FILES = ROOT + "/files";

  public static final String UPLOADS = ROOT + "/uploads";

  public static final String ALERTS = ROOT + "/alerts";

  public static final String VALIDATION_RUNS = ROOT + "/validation-runs";

  private Paths() {}
}
