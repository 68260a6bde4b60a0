package inventory.pulumi;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import java.util.List;

/** Makes log groups: encrypted, and kept for as long as the settings say. */
record LogGroups(Foundation base, EncryptionKey key) {

  /**
   * A log group.
   *
   * @param part whose it is
   * @param name its name in AWS, as in {@code /inventory/ingest-service}
   */
  LogGroup of(Part part, String name) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .name(name)
            .kmsKeyId(key.arn())
            .retentionInDays(base.settings().logRetentionDays())
            .build(),
        part.child());
  }

  /** What a role needs to write to a log group, whose streams its writer names as it likes. */
  static Statement write(LogGroup group) {
    return Statement.allow(
        "WriteLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        group.arn().applyValue(arn -> arn + ":*"));
  }
}
