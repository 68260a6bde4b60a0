package inventory.pulumi.storage;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Statement;
import java.util.List;

/** Makes log groups: encrypted, and kept for as long as the settings say. */
public record LogGroups(StackContext base, EncryptionKey key) {

  /**
   * A log group.
   *
   * @param part whose it is
   * @param name its name in AWS, as in {@code /inventory/ingest-service}
   */
  public LogGroup of(Component part, String name) {
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
  public static Statement write(LogGroup group) {
    return Statement.allow(
        "WriteLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        group.arn().applyValue(arn -> arn + ":*"));
  }
}
