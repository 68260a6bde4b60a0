package inventory.pulumi.policy;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of a role's policy.
 *
 * @param sid its purpose, letters only
 * @param actions full names of actions
 * @param resources ARNs
 * @param conditions in the form of IAM; may be empty
 */
public record Statement(
    String sid,
    List<String> actions,
    List<Output<String>> resources,
    Map<String, Object> conditions) {

  /** Copies the collections. */
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    // Their order must stay, or each `pulumi up` would change the policy.
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /** Allows actions on resources. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static Statement allow(String sid, List<String> actions, Output<String>... resources) {
    return new Statement(sid, actions, List.of(resources), Map.of());
  }

  /** The same statement with a condition. */
  public Statement when(String operator, String key, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(conditions);
    all.put(operator, Map.of(key, value));
    return new Statement(sid, actions, resources, all);
  }

  /** The statement in the form of IAM, once the ARNs are known. */
  Output<Map<String, Object>> json() {
    return Output.all(resources).applyValue(this::json);
  }

  private Map<String, Object> json(List<String> arns) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Sid", sid);
    json.put("Effect", "Allow");
    json.put("Action", actions);
    json.put("Resource", arns);
    if (!conditions.isEmpty()) {
      json.put("Condition", conditions);
    }
    return json;
  }

  /** A policy with these statements. */
  public static Output<String> policy(List<Statement> statements) {
    List<Output<Map<String, Object>>> all = new ArrayList<>();
    statements.forEach(statement -> all.add(statement.json()));
    return Output.all(all).applyValue(Policies::document);
  }
}
