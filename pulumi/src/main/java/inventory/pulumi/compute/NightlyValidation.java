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
 * Starts the validation at 03:00 UTC as one task (requirement V1), and checks each hour that it
 * makes progress.
 */
public final class NightlyValidation extends Component {

  private static final String NAME = "inventory-validation";
  private static final String WATCH = "inventory-validation-watch";

  /** Retries calls that are throttled or fail for half a minute. */
  private static final String RETRY =
      """
      {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 5, "BackoffRate": 2,
      "JitterStrategy": "FULL"}""";

  /**
   * Whether all is well with the latest run: one in progress has made progress within the last
   * hour, one that has ended has completed, and at 05:00 it has done so today.
   */
  private static final String IS_WELL =
      """
      ( $second := function($at) { $toMillis($substring($at, 0, 19) & 'Z') };
        $at := $states.input.at;
        $run := $states.input.runs[0];
        $progress := $exists($run.%s.S) ? $run.%s.S : $run.%s.S;
        $isFirstCheck := $substring($at, 11, 2) = '05';
        $run.%s.S = 'RUNNING' ? $second($at) - $second($progress) <= 3600000
          : $run.%s.S = 'COMPLETED' ? $isFirstCheck = false or $run.%s.S > $substring($at, 0, 10)
          : $exists($run) = false and $isFirstCheck = false )"""
          .formatted(
              RunItem.PROGRESS_AT,
              RunItem.PROGRESS_AT,
              RunItem.STARTED_AT,
              RunItem.STATE,
              RunItem.STATE,
              RunItem.ENDED_AT)
          .replaceAll("\\s+", " ");

  /**
   * It reads only what it needs: a state has at most 256 KB, and a run's checkpoint may be long.
   */
  private static final String DEFINITION =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Latest", "TimeoutSeconds": 60, "States": {
        "Latest": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
          "Arguments": {"TableName": "%s", "IndexName": "%s", "ScanIndexForward": false,
            "Limit": 1, "KeyConditionExpression": "#pk = :pk",
            "ProjectionExpression": "#state, #startedAt, #progressAt, #endedAt",
            "ExpressionAttributeNames": {"#pk": "%s", "#state": "%s", "#startedAt": "%s",
              "#progressAt": "%s", "#endedAt": "%s"},
            "ExpressionAttributeValues": {":pk": {"S": "%s"}}},
          "Output": {"at": "{%% $states.input.at %%}", "runs": "{%% $states.result.Items %%}"},
          "Retry": [%s], "Next": "IsWell"},
        "IsWell": {"Type": "Choice", "Default": "Stalled",
          "Choices": [{"Condition": "{%% %s %%}", "Next": "Well"}]},
        "Well": {"Type": "Succeed"},
        "Stalled": {"Type": "Fail", "Error": "ValidationStalled",
          "Cause": "The validation failed, stalled or did not start: see docs/runbooks"}}}
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
        "Looks whether the validation makes progress",
        "cron(0 * * * ? *)",
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
        RunItem.STATE,
        RunItem.STARTED_AT,
        RunItem.PROGRESS_AT,
        RunItem.ENDED_AT,
        Keys.RUNS,
        RETRY,
        IS_WELL);
  }

  /** The state machine that fails if the validation failed, stalled or did not start. */
  public ExpressStateMachine watch() {
    return watch;
  }
}
