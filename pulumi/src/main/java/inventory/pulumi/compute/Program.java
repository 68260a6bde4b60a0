package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.pulumi.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of our programs with its environment and its permissions.
 *
 * @param name the module's name
 * @param resourceName the name of its resources in AWS
 * @param environment its environment variables, in order
 * @param rights its permissions
 */
public record Program(
    String name,
    String resourceName,
    Map<String, Output<String>> environment,
    List<Statement> rights) {

  public static final String INGEST = "ingest-service";
  public static final String THRESHOLD = "threshold-service";
  public static final String ALERT = "alert-service";
  public static final String VALIDATION = "validation-worker";
  public static final String REPORTING = "reporting-api";

  /** The programs that run as tasks in some setting, and therefore from images. */
  public static final List<String> IMAGES = List.of(INGEST, THRESHOLD, ALERT, VALIDATION);

  /** The programs that run as functions in some setting, and therefore from zip files. */
  public static final List<String> FUNCTIONS = List.of(INGEST, THRESHOLD, ALERT, REPORTING);

  /** A program under its own name. */
  Program(String name, Map<String, Output<String>> environment, List<Statement> rights) {
    this(name, resourceName(name), environment, rights);
  }

  /** The program under another name, with more variables and rights. */
  Program with(String resource, Map<String, Output<String>> variables, List<Statement> more) {
    Map<String, Output<String>> all = new LinkedHashMap<>(environment);
    // In an order that is the same in each run.
    all.putAll(new TreeMap<>(variables));
    List<Statement> statements = new ArrayList<>(rights);
    statements.addAll(more);
    return new Program(name, resource, all, statements);
  }

  /** The name of its log group. */
  String logGroup() {
    return "/inventory/" + resourceName.replaceFirst("inventory-", "");
  }

  /** The name of a program's resources in AWS. */
  public static String resourceName(String program) {
    return "inventory-" + program;
  }
}
