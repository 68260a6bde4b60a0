package inventory.pulumi.policy;

import inventory.pulumi.component.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policy documents in JSON. */
public final class Policies {

  private Policies() {}

  /** A document with these statements. */
  public static String document(List<Map<String, Object>> statements) {
    return Json.write(Json.object("Version", "2012-10-17", "Statement", statements));
  }

  /**
   * Denies requests without TLS (requirement O3).
   *
   * @param actions the service's actions, as in {@code sqs:*}
   * @param resources the ARNs
   */
  public static Map<String, Object> requireTls(String actions, String... resources) {
    return Json.object(
        "Sid",
        "RequireTls",
        "Effect",
        "Deny",
        "Principal",
        "*",
        "Action",
        actions,
        "Resource",
        List.of(resources),
        "Condition",
        condition("Bool", "aws:SecureTransport", "false"));
  }

  /**
   * Allows AWS services an action on conditions.
   *
   * @param services as in {@code s3.amazonaws.com}
   * @param conditions as {@link #condition} makes them
   */
  public static Map<String, Object> allow(
      String sid,
      List<String> services,
      List<String> actions,
      String resource,
      Map<String, Object> conditions) {
    return Json.object(
        "Sid", sid,
        "Effect", "Allow",
        "Principal", Json.object("Service", services),
        "Action", actions,
        "Resource", resource,
        "Condition", conditions);
  }

  /** One condition. */
  public static Map<String, Object> condition(String operator, String key, Object value) {
    return Json.object(operator, Json.object(key, value));
  }

  /** Both of two conditions of different operators. */
  static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }

  /** Allows S3 to send the notifications of one bucket to a queue. */
  public static Map<String, Object> allowNotifications(String queueArn, String bucketArn) {
    return allow(
        "AllowNotifications",
        List.of("s3.amazonaws.com"),
        List.of("sqs:SendMessage"),
        queueArn,
        condition("ArnEquals", "aws:SourceArn", bucketArn));
  }

  /** Lets the account's IAM policies decide who may use a key. */
  static Map<String, Object> delegateToAccount(String accountId) {
    return Json.object(
        "Sid",
        "DelegateToAccount",
        "Effect",
        "Allow",
        "Principal",
        Json.object("AWS", "arn:aws:iam::" + accountId + ":root"),
        "Action",
        "kms:*",
        "Resource",
        "*");
  }

  /** A trust policy for a service, only on behalf of this account. */
  static String assume(String service, String accountId) {
    Map<String, Object> statement = trust(service);
    statement.put("Condition", condition("StringEquals", "aws:SourceAccount", accountId));
    return document(List.of(statement));
  }

  /** A trust policy for a service. */
  static String assume(String service) {
    return document(List.of(trust(service)));
  }

  private static Map<String, Object> trust(String service) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Principal", Json.object("Service", service));
    statement.put("Action", "sts:AssumeRole");
    return statement;
  }
}
