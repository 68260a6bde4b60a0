package inventory.pulumi;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersNetworkConfigurationArgs;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.List;
import java.util.Map;

/**
 * Starts the validation at 03:00 UTC as one task (requirement V1), and looks at 05:00 whether it
 * has completed.
 */
final class NightlyValidation extends Part {

  private static final String NAME = "inventory-validation";
  private static final String WATCH = "inventory-validation-watch";

  /** Fails if the latest run has not completed on the day of the look. */
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

  private final Machine watch;

  NightlyValidation(
      Foundation base,
      EncryptionKey key,
      LogGroups logs,
      Holdings holdings,
      TaskCluster cluster,
      ProgramTask task,
      Network network,
      Timetable timetable) {
    super("NightlyValidation", NAME, base);
    Role role = timetable.role(this, NAME, List.of(run(task), handOver(task)));
    timetable.add(
        this,
        NAME,
        "The nightly validation",
        "cron(0 3 * * ? *)",
        ScheduleTargetArgs.builder()
            .arn(cluster.arn())
            .roleArn(role.arn())
            .ecsParameters(
                ScheduleTargetEcsParametersArgs.builder()
                    .taskDefinitionArn(task.arn())
                    .taskCount(1)
                    .launchType("FARGATE")
                    .propagateTags("TASK_DEFINITION")
                    .networkConfiguration(network(network))
                    .build()));
    watch =
        new Machine(
            WATCH,
            base,
            key,
            logs,
            holdings.table().name().applyValue(NightlyValidation::definition),
            List.of(holdings.lists(), holdings.useKey("dynamodb")));
    timetable.add(
        this,
        WATCH,
        "Looks whether the validation has completed",
        "cron(0 5 * * ? *)",
        watch,
        "{\"at\":\"<aws.scheduler.scheduled-time>\"}");
    complete();
  }

  private static Statement run(ProgramTask task) {
    return Statement.allow("RunTask", List.of("ecs:RunTask"), task.arn());
  }

  private static Statement handOver(ProgramTask task) {
    return new Statement("HandOverRoles", List.of("iam:PassRole"), task.roles(), Map.of())
        .when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com");
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
        Waking.RETRY,
        Table.Run.ENDED_AT,
        Table.Run.STATE,
        Table.Run.ENDED_AT);
  }

  /** The machine that fails if the validation has not completed by 05:00. */
  Machine watch() {
    return watch;
  }
}
