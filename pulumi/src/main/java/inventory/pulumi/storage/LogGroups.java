package inventory.pulumi.storage;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Statement;
import java.util.List;

/** Makes encrypted log groups with the retention of the settings. */
public record LogGroups(StackContext base, EncryptionKey key) {

  /**
   * Declares a log group.
   *
   * @param part its component
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

  /** The permission to write to a log group. The writer chooses the names of the streams. */
  public static Statement write(LogGroup group) {
    return Statement.allow(
        "WriteLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        group.arn().applyValue(arn -> arn + ":*"));
  }
}
