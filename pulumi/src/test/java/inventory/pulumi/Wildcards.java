package inventory.pulumi;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The wildcards that policies may have, each with the reason why AWS or the matter needs it. */
enum Wildcards {
  KEY(
      ".*",
      "kms:.*",
      "\\*",
      "In a key's policy `*` is that key. `kms:*` there is for the account's administrators, without"
          + " whom nobody could ever change the key again."),
  TLS(
      "RequireTls",
      "(s3|sqs):\\*|sns:Publish",
      ".*",
      "A refusal: whatever is asked without TLS, of the bucket and all objects in it."),
  OBJECTS(
      "ReadOriginals|ReadObjects|WriteObjects|KeepResults|AllowWebsite",
      "s3:[A-Za-z]+",
      "arn:aws:s3:::[a-z0-9-]+/[^*]*\\*",
      "Objects are named by who drops them, or after them: a right is on a bucket, or on a prefix of"
          + " it."),
  LOG_STREAMS(
      "WriteLogs",
      "logs:[A-Za-z]+",
      "arn:aws:logs:[^*]+:\\*",
      "A log group's streams are named by what writes to them, at its start."),
  IMAGES(
      "SignInToImages",
      "ecr:GetAuthorizationToken",
      "\\*",
      "AWS hands out this token for all repositories or none; what it is good for, the next"
          + " statement says."),
  LOG_SETUP(
      "SetUpLogs",
      "logs:[A-Za-z]+",
      "\\*",
      "Step Functions sets up the delivery of its log with calls for which AWS has no resources.");

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

  /** Why it may be. */
  String reason() {
    return reason;
  }

  /** Whether this is what the statement has. */
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
