package inventory.local.process;

/** The services of the system. */
public enum Service {
  /** Files in, levels out. */
  INGEST("ingest-service", "inventory.ingest.Application"),
  /** Restock thresholds. */
  THRESHOLD("threshold-service", "inventory.threshold.Application"),
  /** Who must be told. */
  ALERT("alert-service", "inventory.alert.Application"),
  /** REST reports. */
  REPORTING("reporting-api", "inventory.reporting.Application");

  private final String module;
  private final String mainClass;

  Service(String module, String mainClass) {
    this.module = module;
    this.mainClass = mainClass;
  }

  /** The module's folder, which is the service's name too. */
  public String module() {
    return module;
  }

  /** The class to run. */
  public String mainClass() {
    return mainClass;
  }
}
