package inventory.reporting.http;

/**
 * The paths of the API. Names of warehouses and items are never in them, only in parameters,
 * because a name may have any character.
 */
public final class Paths {

  /** The first version. Health and metrics lie outside it. */
  public static final String ROOT = "/v1";

  /** The overview. */
  public static final String OVERVIEW = ROOT + "/overview";

  /** The number that changes with whatever the dashboard shows. */
  public static final String CHANGES = ROOT + "/changes";

  /** The warehouses. */
  public static final String WAREHOUSES = ROOT + "/warehouses";

  /** The items. */
  public static final String ITEMS = ROOT + "/items";

  /** One item across warehouses. */
  public static final String ITEM = ROOT + "/item";

  /** The days of an item in a warehouse. */
  public static final String HISTORY = ROOT + "/history";

  /** The movements that explain levels. */
  public static final String MOVEMENTS = ROOT + "/movements";

  /** The levels of warehouses. */
  public static final String LEVELS = ROOT + "/levels";

  /** The files. */
  public static final String FILES = ROOT + "/files";

  /** The uploads. */
  public static final String UPLOADS = ROOT + "/uploads";

  /** The facts that clients state. */
  public static final String FACTS = ROOT + "/facts";

  /** Previews of files. */
  public static final String PREVIEWS = ROOT + "/previews";

  /** The open alerts. */
  public static final String ALERTS = ROOT + "/alerts";

  /** The thresholds. */
  public static final String THRESHOLDS = ROOT + "/thresholds";

  /** Who is notified of low stock. */
  public static final String RECIPIENTS = ROOT + "/recipients";

  /** The validation runs. */
  public static final String VALIDATION_RUNS = ROOT + "/validation-runs";

  /** The accepted findings of validation runs. */
  public static final String ACCEPTED_FINDINGS = ROOT + "/accepted-findings";

  /** The webhook endpoints. */
  public static final String WEBHOOKS = ROOT + "/webhooks";

  /** Who decided what. */
  public static final String AUDIT = ROOT + "/audit";

  private Paths() {}
}
