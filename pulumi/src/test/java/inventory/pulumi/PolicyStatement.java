package inventory.pulumi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One statement of one policy of a stack.
 *
 * @param owner the resource that has the policy
 * @param json the statement
 */
record PolicyStatement(Declared owner, JsonObject json) {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "aws:iam/rolePolicy:RolePolicy", "policy",
          "aws:iam/policy:Policy", "policy",
          "aws:iam/role:Role", "assumeRolePolicy",
          "aws:sqs/queuePolicy:QueuePolicy", "policy",
          "aws:sns/topicPolicy:TopicPolicy", "policy",
          "aws:s3/bucketPolicy:BucketPolicy", "policy",
          "aws:kms/key:Key", "policy");

  /** All statements of a stack. */
  static Stream<PolicyStatement> all(Declaration stack) {
    return stack.resources().stream()
        .filter(r -> PROPERTIES.containsKey(r.type()))
        .flatMap(PolicyStatement::of);
  }

  /** The statements of one resource's policy. */
  static Stream<PolicyStatement> of(Declared resource) {
    Object policy = resource.at(PROPERTIES.get(resource.type()));
    return StreamSupport.stream(Stack.statements(policy).spliterator(), false)
        .map(statement -> new PolicyStatement(resource, statement.getAsJsonObject()));
  }

  /** Its name; empty if it has none. */
  String sid() {
    return json.has("Sid") ? json.get("Sid").getAsString() : "";
  }

  boolean allows() {
    return json.get("Effect").getAsString().equals("Allow");
  }

  /** Whether it speaks of everybody. */
  boolean isForAll() {
    JsonElement principal = json.get("Principal");
    if (principal == null) {
      return false;
    }
    return principal.isJsonPrimitive()
        || texts(principal.getAsJsonObject().get("AWS")).contains("*");
  }

  boolean requiresTls() {
    return !allows()
        && isForAll()
        && json.getAsJsonObject("Condition")
            .getAsJsonObject("Bool")
            .get("aws:SecureTransport")
            .getAsString()
            .equals("false");
  }

  List<String> actions() {
    return texts(json.get("Action"));
  }

  List<String> resources() {
    return texts(json.get("Resource"));
  }

  private static List<String> texts(JsonElement element) {
    if (element == null) {
      return List.of();
    }
    return element.isJsonArray()
        ? element.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
        : List.of(element.getAsString());
  }

  @Override
  public String toString() {
    return owner + " " + sid();
  }
}
