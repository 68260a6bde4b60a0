package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.pulumi.policy.Statement;
import java.util.List;
import java.util.Map;

/**
 * One of our programs with its environment and its permissions.
 *
 * @param name the module's name
 * @param environment its environment variables, in order
 * @param rights its permissions
 */
public record Program(
    String name, Map<String, Output<String>> environment, List<Statement> rights) {

  public static final String INGEST = "ingest-service";
  public static final String THRESHOLD = "threshold-service";
  public static final String ALERT = "alert-service";
  public static final String VALIDATION = "validation-worker";
  public static final String REPORTING = "reporting-api";

  /** The programs that run as tasks, and therefore from images. */
  public static final List<String> TASKS = List.of(INGEST, THRESHOLD, ALERT, VALIDATION);

  /** The name of the program's resources in AWS. */
  public String resourceName() {
    return resourceName(name);
  }

  /** The name of a program's resources in AWS. */
  public static String resourceName(String program) {
    return "inventory-" + program;
  }
}
