package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.instant;
import static inventory.alert.dynamodb.Attributes.key;
import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.notification.RunReport;
import inventory.alert.notification.RunReport.Finding;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import inventory.model.RunState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Records of validation runs in the table. */
public final class DynamoDbRunReports implements RunReports {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads a table. */
  public DynamoDbRunReports(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public RunReport find(String runId) {
    return report(Records.require(dynamoDb, table, Keys.run(runId), "run " + runId));
  }

  private static RunReport report(Map<String, AttributeValue> item) {
    return new RunReport(
        item.get(Table.Run.RUN_ID).s(),
        Instant.parse(item.get(Table.Run.STARTED_AT).s()),
        instant(item, Table.Run.ENDED_AT),
        RunState.valueOf(item.get(Table.Run.STATE).s()),
        text(item, Table.Run.REASON).orElse(""),
        Math.toIntExact(number(item, Table.Run.ENDINGS, 0)),
        number(item, Table.Run.FILES, 0),
        number(item, Table.Run.FILES_TOTAL, 0),
        number(item, Table.Run.TRANSACTIONS, 0),
        number(item, Table.Run.LEVELS, 0),
        findings(item),
        worst(item),
        text(item, Table.Run.FINDINGS_KEY));
  }

  private static Map<String, Long> findings(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(Table.Run.FINDINGS))
        .map(AttributeValue::m)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, check -> Long.valueOf(check.getValue().n())));
  }

  private static List<Finding> worst(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(Table.Run.WORST))
        .map(AttributeValue::l)
        .orElse(List.of())
        .stream()
        .map(value -> finding(value.m()))
        .toList();
  }

  private static Finding finding(Map<String, AttributeValue> item) {
    return new Finding(
        text(item, Table.Finding.CHECK).orElse(""),
        text(item, Table.Finding.FILE).orElse(""),
        Optional.ofNullable(item.get(Table.Finding.LINE)).map(AttributeValue::n).orElse(""),
        text(item, Table.Finding.WAREHOUSE).orElse(""),
        text(item, Table.Finding.ITEM_ID).orElse(""),
        text(item, Table.Finding.FOUND).orElse(""),
        text(item, Table.Finding.EXPECTED).orElse(""));
  }

  @Override
  public void notifyOnce(String runId, int ending, Trigger trigger) {
    TransactWriteItem mark =
        TransactWriteItem.builder()
            .update(
                u ->
                    u.tableName(table)
                        .key(key(Keys.run(runId), Keys.RUN_NOTICE))
                        .updateExpression("SET #noticed = :ending")
                        .conditionExpression("attribute_not_exists(#noticed) OR #noticed < :ending")
                        .expressionAttributeNames(Map.of("#noticed", Table.Run.NOTICED_ENDING))
                        .expressionAttributeValues(Map.of(":ending", number(ending))))
            .build();
    OnceOnlyNotification.once(dynamoDb, mark, OutboxItems.putRun(table, runId, trigger));
  }
}
