package inventory.stack;

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

  /**
   * A program that serves HTTP and tells of its health, whether or not it is one of the services.
   *
   * @param module its module's folder
   * @param mainClass the class to run
   */
  public record Program(String module, String mainClass) {

    /** The last part of its folder. */
    String name() {
      return module.substring(module.lastIndexOf('/') + 1);
    }
  }

  Service(String module, String mainClass) {
    this.module = module;
    this.mainClass = mainClass;
  }

  /** The module's folder, which is the service's name too. */
  public String module() {
    return module;
  }

  /** How it is run. */
  public Program program() {
    return new Program(module, mainClass);
  }
}
