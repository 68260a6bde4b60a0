package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.data.DataResources;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks once a minute for work of services without a task, and starts them: messages in their
 * queues, ended snoozes, and notices that could not be sent. These checks cost cents a month; tasks
 * that poll would cost dollars.
 */
final class ScheduledChecks extends Component {

  private static final String NAME = "inventory-due-work";

  private static final String DEFINITION =
      """
      {"StartAt": "Queues", "TimeoutSeconds": 60, "States": {
        "Queues": {"Type": "Pass", "Result": {"queues": [%1$s]}, "Next": "Each"},
        "Each": {"Type": "Map", "ItemsPath": "$.queues", "Next": "Snoozes",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Look", "States": {
            "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:getQueueAttributes",
              "Parameters": {"QueueUrl.$": "$.url", "AttributeNames": ["%2$s"]},
              "ResultSelector": {"waiting.$": "$.Attributes.%2$s"}, "ResultPath": "$.found",
              "Retry": [%3$s], "Next": "Waiting"},
            "Waiting": {"Type": "Choice", "Default": "Call",
              "Choices": [{"Variable": "$.found.waiting", "StringEquals": "0", "Next": "Empty"}]},
            "Call": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution",
              "Parameters": {"StateMachineArn": "%4$s", "Input.$": "$.wake"}, "Retry": [%3$s],
              "End": true},
            "Empty": {"Type": "Succeed"}}}},
        "Snoozes": %5$s,
        "Ended": {"Type": "Choice", "Default": "Notices",
          "Choices": [{"Variable": "$.found", "NumericGreaterThan": 0, "Next": "Wake"}]},
        "Notices": %6$s,
        "Unsent": {"Type": "Choice", "Default": "Nothing",
          "Choices": [{"Variable": "$.found", "NumericGreaterThan": 0, "Next": "Wake"}]},
        "Wake": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution",
          "Parameters": {"StateMachineArn": "%4$s", "Input": "%7$s"}, "Retry": [%3$s], "End": true},
        "Nothing": {"Type": "Succeed"}}}
      """;

  /** Messages that can be received now, without those that are being processed. */
  private static final String WAITING = "ApproximateNumberOfMessages";

  /** Counts entries of a list in the table that are older than now. */
  private static final String LOOK =
      """
      {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
        "Parameters": {"TableName": "%s", "IndexName": "%s", "Select": "COUNT", "Limit": 1,
          "KeyConditionExpression": "#pk = :pk AND #sk < :now",
          "ExpressionAttributeNames": {"#pk": "%s", "#sk": "%s"},
          "ExpressionAttributeValues": {":pk": {"S": "%s"}, ":now": {"S.$": "$$.State.EnteredTime"}}},
        "ResultSelector": {"found.$": "$.Count"}, "Retry": [%s], "Next": "%s"}""";

  /**
   * Declares the checks.
   *
   * @param services the services that may have no task
   */
  ScheduledChecks(
      StackContext base,
      DataResources data,
      ScaleUp scaleUp,
      List<ScaledService> services,
      Schedules schedules) {
    super("DueWork", NAME, base);
    Output<String> definition =
        Output.tuple(queues(data, services), data.table().name(), scaleUp.machine().arn())
            .applyValue(known -> definition(known.t1, known.t2, known.t3));
    String[] queues =
        services.stream().flatMap(service -> service.queues().stream()).toArray(String[]::new);
    ExpressStateMachine machine =
        new ExpressStateMachine(
            NAME,
            base,
            data.key(),
            data.logs(),
            definition,
            List.of(
                data.look(queues),
                data.lists(),
                scaleUp.machine().start(),
                data.useKey("dynamodb")));
    schedules.add(
        this,
        NAME,
        "Looks for messages of services that sleep, ended snoozes, and notices that wait",
        "rate(1 minute)",
        machine,
        "{}");
    complete();
  }

  /** Each queue's URL with the input for {@link ScaleUp}. */
  private static Output<String> queues(DataResources data, List<ScaledService> services) {
    List<Output<String>> queues = new ArrayList<>();
    for (ScaledService service : services) {
      String wake = quotable(ScaleUp.input(service.program()));
      for (String queue : service.queues()) {
        queues.add(
            data.queues()
                .queue(queue)
                .url()
                .applyValue(url -> "{\"url\": \"%s\", \"wake\": \"%s\"}".formatted(url, wake)));
      }
    }
    return Output.all(queues).applyValue(all -> String.join(", ", all));
  }

  private static String definition(String queues, String table, String scaleUpArn) {
    return DEFINITION.formatted(
        queues,
        WAITING,
        ScaleUp.RETRY,
        scaleUpArn,
        look(table, Keys.SNOOZES, "Ended"),
        look(table, Keys.UNSENT, "Unsent"),
        quotable(ScaleUp.input(Program.ALERT)));
  }

  /** JSON, escaped for a string in JSON. */
  private static String quotable(String json) {
    return json.replace("\"", "\\\"");
  }

  private static String look(String table, String list, String next) {
    return LOOK.formatted(
        table, Table.INDEX, Table.INDEX_PK, Table.INDEX_SK, list, ScaleUp.RETRY, next);
  }
}
