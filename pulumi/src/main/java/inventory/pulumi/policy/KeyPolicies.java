package inventory.pulumi.policy;

import inventory.pulumi.compute.TaskCluster;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The AWS services that may use our keys. In the policy of a key, the resource {@code *} is that
 * key.
 */
public final class KeyPolicies {

  private static final String SOURCE_ACCOUNT = "aws:SourceAccount";
  private static final String THIS_KEY = "*";

  private KeyPolicies() {}

  /** The policy of the key for data. */
  public static String data(String account) {
    return Policies.document(
        List.of(
            Policies.delegateToAccount(account),
            messages(account),
            website(account),
            Policies.allow(
                "AllowTaskStorage",
                List.of("fargate.amazonaws.com"),
                List.of("kms:GenerateDataKeyWithoutPlaintext"),
                THIS_KEY,
                cluster(account)),
            Policies.allow(
                "AllowTaskStorageGrants",
                List.of("fargate.amazonaws.com"),
                List.of("kms:CreateGrant"),
                THIS_KEY,
                Policies.both(
                    cluster(account),
                    Policies.condition(
                        "ForAllValues:StringEquals", "kms:GrantOperations", List.of("Decrypt")))),
            executionLogs(account)));
  }

  /** For messages from S3, alarms, rules and the budget to encrypted queues and topics. */
  private static Map<String, Object> messages(String account) {
    return Policies.allow(
        "AllowEncryptedMessages",
        List.of(
            "s3.amazonaws.com",
            "cloudwatch.amazonaws.com",
            "events.amazonaws.com",
            "budgets.amazonaws.com"),
        List.of("kms:GenerateDataKey", "kms:Decrypt"),
        THIS_KEY,
        Policies.condition("StringEquals", SOURCE_ACCOUNT, account));
  }

  /**
   * For the dashboard's files. It allows any distribution, because the key must exist before a
   * distribution has a name.
   */
  private static Map<String, Object> website(String account) {
    return Policies.allow(
        "AllowWebsite",
        List.of("cloudfront.amazonaws.com"),
        List.of("kms:Decrypt"),
        THIS_KEY,
        Policies.condition(
            "ArnLike", "aws:SourceArn", "arn:aws:cloudfront::" + account + ":distribution/*"));
  }

  private static Map<String, Object> cluster(String account) {
    Map<String, Object> context =
        new TreeMap<>(
            Map.of(
                "kms:EncryptionContext:aws:ecs:clusterAccount", List.of(account),
                "kms:EncryptionContext:aws:ecs:clusterName", List.of(TaskCluster.NAME)));
    return Map.of("StringEquals", context);
  }

  private static Map<String, Object> executionLogs(String account) {
    return Policies.allow(
        "AllowExecutionLogs",
        List.of("delivery.logs.amazonaws.com"),
        List.of("kms:Decrypt"),
        THIS_KEY,
        Policies.condition("StringEquals", SOURCE_ACCOUNT, account));
  }

  /**
   * The policy of the key for logs. A reader of data is not automatically a reader of logs, and
   * vice versa.
   */
  public static String logs(String account, String region) {
    return Policies.document(
        List.of(
            Policies.delegateToAccount(account),
            Policies.allow(
                "AllowLogs",
                List.of("logs." + region + ".amazonaws.com"),
                List.of(
                    "kms:Encrypt",
                    "kms:Decrypt",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:DescribeKey"),
                THIS_KEY,
                Policies.condition(
                    "ArnLike",
                    "kms:EncryptionContext:aws:logs:arn",
                    "arn:aws:logs:%s:%s:log-group:*".formatted(region, account)))));
  }
}
