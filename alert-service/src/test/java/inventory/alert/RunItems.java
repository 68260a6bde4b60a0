package inventory.alert;

import inventory.alert.notification.RunReport;
import inventory.alert.notification.RunReport.Finding;
import inventory.model.table.RunItem;
import inventory.testkit.Resources;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts validation runs into the table as validation-worker does. */
public final class RunItems {

  private RunItems() {}

  /** Writes a record as the worker does, replacing the previous one. */
  public static void put(Resources resources, RunReport run) {
    Map<String, AttributeValue> item =
        new RunItem(
                run.runId(),
                run.startedAt(),
                run.endedAt(),
                run.state(),
                Optional.of(run.reason()).filter(reason -> !reason.isEmpty()),
                run.endings(),
                new RunItem.Progress(
                    run.files(),
                    run.filesTotal(),
                    run.transactions(),
                    run.levels(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                run.findings(),
                run.newFindings(),
                run.acceptedFindings(),
                run.worst().stream().map(RunItems::finding).toList(),
                run.findingsKey(),
                Optional.empty())
            .toItem();
    resources.dynamoDb().putItem(p -> p.tableName(resources.table()).item(item));
  }

  private static RunItem.Finding finding(Finding finding) {
    return new RunItem.Finding(
        "0123456789abcdef",
        finding.isNew(),
        finding.check(),
        optional(finding.file()),
        optional(finding.line()).map(Integer::valueOf),
        optional(finding.warehouse()),
        optional(finding.itemId()),
        optional(finding.found()),
        optional(finding.expected()));
  }

  private static Optional<String> optional(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
