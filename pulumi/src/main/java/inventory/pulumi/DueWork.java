package inventory.pulumi;

import com.pulumi.core.Output;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.List;

/**
 * Wakes alert-service for what no message brings up: snoozes that have ended, notices that could
 * not be sent. It looks into the table every few minutes, which costs cents; a task that looked
 * would cost dollars.
 */
final class DueWork extends Part {

  private static final String NAME = "inventory-due-work";

  private static final String DEFINITION =
      """
      {"StartAt": "Snoozes", "TimeoutSeconds": 60, "States": {
        "Snoozes": %1$s,
        "Ended": {"Type": "Choice", "Default": "Notices",
          "Choices": [{"Variable": "$.found", "NumericGreaterThan": 0, "Next": "Wake"}]},
        "Notices": %2$s,
        "Unsent": {"Type": "Choice", "Default": "Nothing",
          "Choices": [{"Variable": "$.found", "NumericGreaterThan": 0, "Next": "Wake"}]},
        "Wake": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution",
          "Parameters": {"StateMachineArn": "%3$s", "Input": %4$s}, "Retry": [%5$s], "End": true},
        "Nothing": {"Type": "Succeed"}}}
      """;

  /** Whether a list of the table has an entry of before now. */
  private static final String LOOK =
      """
      {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
        "Parameters": {"TableName": "%s", "IndexName": "%s", "Select": "COUNT", "Limit": 1,
          "KeyConditionExpression": "#pk = :pk AND #sk < :now",
          "ExpressionAttributeNames": {"#pk": "%s", "#sk": "%s"},
          "ExpressionAttributeValues": {":pk": {"S": "%s"}, ":now": {"S.$": "$$.State.EnteredTime"}}},
        "ResultSelector": {"found.$": "$.Count"}, "Retry": [%s], "Next": "%s"}""";

  DueWork(
      Foundation base,
      EncryptionKey key,
      LogGroups logs,
      Holdings holdings,
      Waking waking,
      Timetable timetable) {
    super("DueWork", NAME, base);
    Output<String> definition =
        Output.tuple(holdings.table().name(), waking.machine().arn())
            .applyValue(known -> definition(known.t1, known.t2));
    Machine machine =
        new Machine(
            NAME,
            base,
            key,
            logs,
            definition,
            List.of(holdings.lists(), waking.machine().start(), holdings.useKey("dynamodb")));
    timetable.add(
        this,
        NAME,
        "Looks for snoozes that have ended and notices that wait",
        "rate(5 minutes)",
        machine,
        "{}");
    complete();
  }

  private static String definition(String table, String wakingArn) {
    String input = "\"" + Waking.input(Program.ALERT).replace("\"", "\\\"") + "\"";
    return DEFINITION.formatted(
        look(table, Keys.SNOOZES, "Ended"),
        look(table, Keys.UNSENT, "Unsent"),
        wakingArn,
        input,
        Waking.RETRY);
  }

  private static String look(String table, String list, String next) {
    return LOOK.formatted(
        table, Table.INDEX, Table.INDEX_PK, Table.INDEX_SK, list, Waking.RETRY, next);
  }
}
