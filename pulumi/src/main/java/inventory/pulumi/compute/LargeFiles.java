package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetEcsTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetEcsTargetNetworkConfigurationArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.network.Network;
import inventory.pulumi.policy.Roles;

/**
 * Starts a task for files that are too large for a function. It ends when no more wait. A rule
 * starts it when such a file is dropped, and another one when a message waits too long: after a
 * redrive, a release, or a start that failed.
 */
final class LargeFiles extends Component {

  /** The largest file that a function processes, in bytes; some 66,000 rows. */
  static final int BYTES = 5_000_000;

  /** The alarm on messages that wait too long. */
  static final String LATE = Queues.LARGE.name() + "-late";

  private static final String NAME = "inventory-large-files";

  private final TaskCluster cluster;
  private final Network network;
  private final ProgramTask task;
  private final DataResources data;
  private final Output<String> role;

  LargeFiles(
      StackContext base,
      DataResources data,
      TaskCluster cluster,
      Network network,
      ProgramTask task) {
    super("LargeFiles", NAME, base);
    this.data = data;
    this.cluster = cluster;
    this.network = network;
    this.task = task;
    role = Roles.of(this, NAME + "-rules", "events.amazonaws.com", base, task.run());
    start(
        NAME + "-dropped",
        "A large file was dropped: starts a task for it",
        data.storage().bucket().bucket().applyValue(LargeFiles::drops));
    start(NAME + "-waiting", "A large file waits: starts a task for it", Output.of(waits()));
    complete();
  }

  private static String drops(String bucket) {
    return """
        {"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["%s"]},\
        "object":{"size":[{"numeric":[">",%d]}]}}}"""
        .formatted(bucket, BYTES);
  }

  private static String waits() {
    return """
        {"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"],"detail":\
        {"alarmName":["%s"],"state":{"value":["ALARM"]}}}"""
        .formatted(LATE);
  }

  private void start(String name, String description, Output<String> pattern) {
    EventRule rule =
        new EventRule(
            name,
            EventRuleArgs.builder()
                .name(name)
                .description(description)
                .eventPattern(pattern)
                .build(),
            child());
    new EventTarget(
        name,
        EventTargetArgs.builder()
            .rule(rule.name())
            .arn(cluster.arn())
            .roleArn(role)
            .ecsTarget(
                EventTargetEcsTargetArgs.builder()
                    .taskDefinitionArn(task.arn())
                    .taskCount(1)
                    .launchType("FARGATE")
                    .propagateTags("TASK_DEFINITION")
                    .networkConfiguration(
                        EventTargetEcsTargetNetworkConfigurationArgs.builder()
                            .subnets(network.subnetIds())
                            .securityGroups(network.securityGroupIds())
                            .assignPublicIp(network.assignsPublicIp())
                            .build())
                    .build())
            .deadLetterConfig(
                EventTargetDeadLetterConfigArgs.builder().arn(data.undelivered().arn()).build())
            .build(),
        child());
  }
}
