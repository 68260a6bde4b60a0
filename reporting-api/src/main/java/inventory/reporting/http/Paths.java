package inventory.reporting.http;

/** Where the API stands. */
final class Paths {

  /** The first version; health and metrics stand outside of it. */
  static final String ROOT = "/v1";

  static final String OVERVIEW = ROOT + "/overview";

  static final String WAREHOUSES = ROOT + "/warehouses";

  static final String ITEMS = ROOT + "/items";

  static final String FILES = ROOT + "/files";

  static final String UPLOADS = ROOT + "/uploads";

  static final String ALERTS = ROOT + "/alerts";

  static final String VALIDATION_RUNS = ROOT + "/validation-runs";

  private Paths() {}
}
