package inventory.pulumi;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The wildcards that policies may contain, each with its reason. */
enum Wildcards {
  KEY(
      ".*",
      "kms:.*",
      "\\*",
      "In the policy of a key, `*` is that key. `kms:*` is for the account's administrators: without"
          + " it, nobody could change the key again."),
  TLS(
      "RequireTls",
      "(s3|sqs):\\*|sns:Publish",
      ".*",
      "A denial: requests without TLS to the bucket and all of its objects."),
  OBJECTS(
      "ReadOriginals|ReadObjects|WriteObjects|KeepResults|AllowWebsite",
      "s3:[A-Za-z]+",
      "arn:aws:s3:::[a-z0-9-]+/[^*]*\\*",
      "Warehouses choose the names of objects, so a permission is for a bucket or for a prefix in"
          + " it."),
  LOG_STREAMS(
      "WriteLogs",
      "logs:[A-Za-z]+",
      "arn:aws:logs:[^*]+:\\*",
      "A program chooses the names of its log streams when it starts."),
  IMAGES(
      "SignInToImages",
      "ecr:GetAuthorizationToken",
      "\\*",
      "AWS issues this token for all repositories or none. The next statement limits what it"
          + " allows."),
  TASK_TAGS(
      "TagTask",
      "ecs:TagResource",
      "arn:aws:ecs:[^*]+:task/inventory/\\*",
      "ECS chooses the number of a task when it starts. A condition limits this to that moment."),
  TASK_PROTECTION(
      "ProtectTask",
      "ecs:(Get|Update)TaskProtection",
      "arn:aws:ecs:[^*]+:task/inventory/\\*",
      "A task asks that ECS does not end it while it is busy. ECS chooses its number when it"
          + " starts."),
  LOG_SETUP(
      "SetUpLogs",
      "logs:[A-Za-z]+",
      "\\*",
      "Step Functions sets up the delivery of its log with actions that have no resource names.");

  private final Pattern sid;
  private final Pattern action;
  private final Pattern resource;
  private final String reason;

  Wildcards(String sid, String action, String resource, String reason) {
    this.sid = Pattern.compile(sid);
    this.action = Pattern.compile(action);
    this.resource = Pattern.compile(resource);
    this.reason = reason;
  }

  /** The reason. */
  String reason() {
    return reason;
  }

  /** Whether it is the wildcard of a statement. */
  boolean covers(PolicyStatement statement) {
    boolean isKey = statement.owner().type().equals("aws:kms/key:Key");
    return (this != KEY || isKey)
        && sid.matcher(statement.sid()).matches()
        && statement.actions().stream().allMatch(a -> action.matcher(a).matches())
        && statement.resources().stream()
            .allMatch(r -> !r.contains("*") || resource.matcher(r).matches());
  }

  /** Whether a statement has a wildcard. */
  static boolean hasOne(PolicyStatement statement) {
    return statement.actions().stream().anyMatch(a -> a.contains("*"))
        || statement.resources().stream().anyMatch(r -> r.contains("*"));
  }

  /** Whether a statement's wildcards are all listed here. */
  static boolean areListed(PolicyStatement statement) {
    return Arrays.stream(values()).anyMatch(listed -> listed.covers(statement));
  }
}
