package inventory.alert.dynamodb;

import inventory.alert.notification.RunReport;
import inventory.alert.notification.RunReport.Finding;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.OutboxItem;
import inventory.model.table.RunItem;
import inventory.model.table.Values;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records of validation runs in the table. */
public final class DynamoDbRunReports implements RunReports {

  // The last ending that operations was notified of. It is an item of its own, because
  // validation-worker replaces the run's item.
  private static final String NOTICED_ENDING = "noticedEnding";

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads a table. */
  public DynamoDbRunReports(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public RunReport find(String runId) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(g -> g.tableName(table).key(RunItem.key(runId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of run " + runId);
    }
    RunItem run = RunItem.of(item);
    return new RunReport(
        run.runId(),
        run.startedAt(),
        run.endedAt(),
        run.state(),
        run.reason().orElse(""),
        run.endings(),
        run.progress().files(),
        run.progress().filesTotal(),
        run.progress().transactions(),
        run.progress().levels(),
        run.findings(),
        run.newFindings(),
        run.acceptedFindings(),
        run.worst().stream().map(DynamoDbRunReports::finding).toList(),
        run.findingsKey());
  }

  private static Finding finding(RunItem.Finding finding) {
    return new Finding(
        finding.isNew(),
        finding.check(),
        finding.file().orElse(""),
        finding.line().map(String::valueOf).orElse(""),
        finding.warehouse().orElse(""),
        finding.itemId().orElse(""),
        finding.found().orElse(""),
        finding.expected().orElse(""));
  }

  @Override
  public void notifyOnce(
      String runId, int ending, Collection<Delivery> deliveries, Trigger trigger) {
    ItemUpdate mark =
        new ItemUpdate()
            .set(NOTICED_ENDING, Values.number(ending))
            .onlyIf(
                "attribute_not_exists(#noticedEnding) OR #noticedEnding < :noticedEnding",
                Map.of());
    OutboxWrites.putOnce(
        dynamoDb,
        table,
        mark.of(table, Values.key(Keys.run(runId), Keys.RUN_NOTICE)),
        new OutboxItem.Run(runId, ending),
        deliveries,
        trigger);
  }
}
