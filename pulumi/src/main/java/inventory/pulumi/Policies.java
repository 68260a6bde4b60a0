package inventory.pulumi;

import static com.pulumi.codegen.internal.Serialization.jsonArray;
import static com.pulumi.codegen.internal.Serialization.jsonObject;
import static com.pulumi.codegen.internal.Serialization.jsonProperty;
import static com.pulumi.codegen.internal.Serialization.serializeJson;

import java.util.List;
import java.util.Map;

/** Policy documents, as JSON. */
final class Policies {

  private static final String S3 = "s3.amazonaws.com";

  private Policies() {}

  /** A document of these statements. */
  static String document(List<Map<String, Object>> statements) {
    return serializeJson(
        jsonObject(jsonProperty("Version", "2012-10-17"), jsonProperty("Statement", statements)));
  }

  /**
   * Refuses everybody whose request does not come by TLS (requirement O3).
   *
   * @param actions the service's actions, as in {@code sqs:*}
   * @param resources the ARNs
   */
  static Map<String, Object> requireTls(String actions, String... resources) {
    return jsonObject(
        jsonProperty("Sid", "RequireTls"),
        jsonProperty("Effect", "Deny"),
        jsonProperty("Principal", "*"),
        jsonProperty("Action", actions),
        jsonProperty("Resource", jsonArray((Object[]) resources)),
        jsonProperty(
            "Condition",
            jsonObject(
                jsonProperty("Bool", jsonObject(jsonProperty("aws:SecureTransport", "false"))))));
  }

  /** Lets S3 send the notifications of one bucket, and of no other, to a queue. */
  static Map<String, Object> allowNotifications(String queueArn, String bucketArn) {
    return jsonObject(
        jsonProperty("Sid", "AllowNotifications"),
        jsonProperty("Effect", "Allow"),
        jsonProperty("Principal", jsonObject(jsonProperty("Service", S3))),
        jsonProperty("Action", "sqs:SendMessage"),
        jsonProperty("Resource", queueArn),
        jsonProperty(
            "Condition",
            jsonObject(
                jsonProperty("ArnEquals", jsonObject(jsonProperty("aws:SourceArn", bucketArn))))));
  }

  /** Leaves it to the account's IAM policies who may use a key. */
  static Map<String, Object> delegateToAccount(String accountId) {
    return jsonObject(
        jsonProperty("Sid", "DelegateToAccount"),
        jsonProperty("Effect", "Allow"),
        jsonProperty(
            "Principal", jsonObject(jsonProperty("AWS", "arn:aws:iam::" + accountId + ":root"))),
        jsonProperty("Action", "kms:*"),
        jsonProperty("Resource", "*"));
  }

  /** Lets S3 encrypt what it sends to this account's queues. */
  static Map<String, Object> allowEncryptedNotifications(String accountId) {
    return jsonObject(
        jsonProperty("Sid", "AllowEncryptedNotifications"),
        jsonProperty("Effect", "Allow"),
        jsonProperty("Principal", jsonObject(jsonProperty("Service", S3))),
        jsonProperty("Action", jsonArray("kms:GenerateDataKey", "kms:Decrypt")),
        jsonProperty("Resource", "*"),
        jsonProperty(
            "Condition",
            jsonObject(
                jsonProperty(
                    "StringEquals", jsonObject(jsonProperty("aws:SourceAccount", accountId))))));
  }
}
