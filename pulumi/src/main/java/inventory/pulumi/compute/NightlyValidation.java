package inventory.pulumi.compute;

import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersNetworkConfigurationArgs;
import com.pulumi.core.Output;
import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.network.Network;
import java.util.List;

/**
 * Starts the validation at 03:00 UTC as one task (requirement V1), and checks at 05:00 that it has
 * completed.
 */
public final class NightlyValidation extends Component {

  private static final String NAME = "inventory-validation";
  private static final String WATCH = "inventory-validation-watch";

  /** Retries calls that are throttled or fail for half a minute. */
  private static final String RETRY =
      """
      {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 5, "BackoffRate": 2,
      "JitterStrategy": "FULL"}""";

  /** Fails if the latest run has not completed on the day of the check. */
  private static final String DEFINITION =
      """
      {"StartAt": "Today", "TimeoutSeconds": 60, "States": {
        "Today": {"Type": "Pass", "Parameters": {
          "day.$": "States.ArrayGetItem(States.StringSplit($.at, 'T'), 0)"}, "Next": "Latest"},
        "Latest": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
          "Parameters": {"TableName": "%s", "IndexName": "%s", "ScanIndexForward": false,
            "Limit": 1, "KeyConditionExpression": "#pk = :pk",
            "ExpressionAttributeNames": {"#pk": "%s"},
            "ExpressionAttributeValues": {":pk": {"S": "%s"}}},
          "ResultPath": "$.runs", "Retry": [%s], "Next": "Completed"},
        "Completed": {"Type": "Choice", "Default": "NotCompleted", "Choices": [{"Next": "Well",
          "And": [{"Variable": "$.runs.Items[0].%s.S", "IsPresent": true},
            {"Variable": "$.runs.Items[0].%s.S", "StringEquals": "COMPLETED"},
            {"Variable": "$.runs.Items[0].%s.S", "StringGreaterThanPath": "$.day"}]}]},
        "Well": {"Type": "Succeed"},
        "NotCompleted": {"Type": "Fail", "Error": "ValidationNotCompleted",
          "Cause": "No validation run has completed today: see the log of validation-worker"}}}
      """;

  private final ExpressStateMachine watch;

  NightlyValidation(
      StackContext base,
      DataResources data,
      TaskCluster cluster,
      ProgramTask task,
      Network network,
      Schedules schedules) {
    super("NightlyValidation", NAME, base);
    Output<String> role = schedules.role(this, NAME, task.run());
    schedules.add(
        this,
        NAME,
        "The nightly validation",
        "cron(0 3 * * ? *)",
        ScheduleTargetArgs.builder()
            .arn(cluster.arn())
            .roleArn(role)
            .ecsParameters(
                ScheduleTargetEcsParametersArgs.builder()
                    .taskDefinitionArn(task.arn())
                    .taskCount(1)
                    .launchType("FARGATE")
                    .propagateTags("TASK_DEFINITION")
                    .networkConfiguration(network(network))
                    .build()));
    watch =
        new ExpressStateMachine(
            WATCH,
            base,
            data.key(),
            data.logs(),
            data.table().name().applyValue(NightlyValidation::definition),
            List.of(data.lists(), data.useKey("dynamodb")));
    schedules.add(
        this,
        WATCH,
        "Looks whether the validation has completed",
        "cron(0 5 * * ? *)",
        watch.arn(),
        watch.start(),
        "{\"at\":\"<aws.scheduler.scheduled-time>\"}");
    complete();
  }

  private static ScheduleTargetEcsParametersNetworkConfigurationArgs network(Network network) {
    return ScheduleTargetEcsParametersNetworkConfigurationArgs.builder()
        .subnets(network.subnetIds())
        .securityGroups(network.securityGroupIds())
        .assignPublicIp(network.assignsPublicIp())
        .build();
  }

  private static String definition(String table) {
    return DEFINITION.formatted(
        table,
        Table.INDEX,
        Table.INDEX_PK,
        Keys.RUNS,
        RETRY,
        RunItem.ENDED_AT,
        RunItem.STATE,
        RunItem.ENDED_AT);
  }

  /** The state machine that fails if the validation has not completed by 05:00. */
  public ExpressStateMachine watch() {
    return watch;
  }
}
