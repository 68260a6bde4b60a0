package inventory.pulumi;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import inventory.pulumi.compute.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the program declares, for tests elsewhere: of the stack {@code prod} with services as tasks,
 * which are processes as in the local environment.
 */
public final class DeclaredStack {

  /** The programs that the stack runs, by the names of their modules. */
  public static final List<String> PROGRAMS =
      List.of(
          Program.INGEST, Program.THRESHOLD, Program.ALERT, Program.VALIDATION, Program.REPORTING);

  private final Declaration declaration;

  private DeclaredStack(Declaration declaration) {
    this.declaration = declaration;
  }

  /** Runs the program against Pulumi's mocks, once. */
  public static DeclaredStack get() {
    return new DeclaredStack(Stack.of(Stack.PROD_TASKS).declaration());
  }

  /**
   * A right of a program.
   *
   * @param action as in {@code sqs:SendMessage}
   * @param resource an ARN, which may end in a wildcard
   */
  public record Right(String action, String resource) {

    /** Whether it allows this. */
    public boolean allows(String call, String arn) {
      boolean isBelow =
          resource.endsWith("*") && arn.startsWith(resource.substring(0, resource.length() - 1));
      return action.equals(call) && (isBelow || resource.equals(arn));
    }
  }

  /** All variables that a program is given. */
  public Map<String, String> environment(String program) {
    Map<String, String> environment = new LinkedHashMap<>();
    if (program.equals(Program.REPORTING)) {
      Declared function =
          declaration.find("lambda/function:Function", Program.resourceName(program));
      ((Map<?, ?>) function.at("environment", "variables"))
          .forEach((name, value) -> environment.put((String) name, (String) value));
      return environment;
    }
    Declared task =
        declaration.find("ecs/taskDefinition:TaskDefinition", Program.resourceName(program));
    JsonObject container =
        JsonParser.parseString((String) task.at("containerDefinitions"))
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject();
    container
        .getAsJsonArray("environment")
        .forEach(
            variable ->
                environment.put(
                    variable.getAsJsonObject().get("name").getAsString(),
                    variable.getAsJsonObject().get("value").getAsString()));
    return environment;
  }

  /** All rights of a program. */
  public List<Right> rights(String program) {
    List<Right> rights = new ArrayList<>();
    PolicyStatement.of(declaration.find("iam/rolePolicy:RolePolicy", Program.resourceName(program)))
        .forEach(
            statement ->
                statement
                    .actions()
                    .forEach(
                        action ->
                            statement
                                .resources()
                                .forEach(arn -> rights.add(new Right(action, arn)))));
    return rights;
  }

  /** The properties of all resources of a type, by the resources' names. */
  public Map<String, Map<String, Object>> ofType(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    declaration.ofType(type).forEach(resource -> found.put(resource.name(), resource.inputs()));
    return found;
  }

  /** The account and region of all its ARNs, as they stand in them. */
  public static String place() {
    return Declaration.REGION + ":" + Declaration.ACCOUNT;
  }
}
