package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.pulumi.policy.Statement;
import java.util.List;
import java.util.Map;

/**
 * One of our programs, whatever it runs on: what it is told and what it may do.
 *
 * @param name the module's name
 * @param environment the variables that it is given, in order
 * @param rights what it may do
 */
public record Program(
    String name, Map<String, Output<String>> environment, List<Statement> rights) {

  public static final String INGEST = "ingest-service";
  public static final String THRESHOLD = "threshold-service";
  public static final String ALERT = "alert-service";
  public static final String VALIDATION = "validation-worker";
  public static final String REPORTING = "reporting-api";

  /** Those that run as tasks, and so from images. */
  public static final List<String> TASKS = List.of(INGEST, THRESHOLD, ALERT, VALIDATION);

  /** What everything of the program is called in AWS. */
  public String resourceName() {
    return resourceName(name);
  }

  /** What everything of the program of a name is called in AWS. */
  public static String resourceName(String program) {
    return "inventory-" + program;
  }
}
