package inventory.stack;

/** The services of the system. */
public enum Service {
  /** Reads files and events, and keeps the stock levels. */
  INGEST("ingest-service", "inventory.ingest.Application", Port.INGEST),
  /** Reads restock thresholds. */
  THRESHOLD("threshold-service", "inventory.threshold.Application", Port.THRESHOLD),
  /** Sends alerts. */
  ALERT("alert-service", "inventory.alert.Application", Port.ALERT),
  /** Serves REST reports and the dashboard. */
  REPORTING("reporting-api", "inventory.reporting.Application", Port.API);

  private final String module;
  private final String mainClass;
  private final Port port;

  Service(String module, String mainClass, Port port) {
    this.module = module;
    this.mainClass = mainClass;
    this.port = port;
  }

  /** The module's folder, which is the service's name too. */
  public String module() {
    return module;
  }

  /** The class to run. */
  String mainClass() {
    return mainClass;
  }

  /** Its port in a local environment. */
  Port port() {
    return port;
  }
}
