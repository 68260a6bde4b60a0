package inventory.alert;

import inventory.alert.notification.RunReport;
import inventory.alert.notification.RunReport.Finding;
import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.Resources;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts validation runs into the table as validation-worker does. */
public final class RunItems {

  private RunItems() {}

  /** Writes a record as the worker does: in place of the one that was there. */
  public static void put(Resources resources, RunReport run) {
    Map<String, AttributeValue> item = attributes(run);
    item.put(Table.PK, Levels.text(Keys.run(run.runId())));
    item.put(Table.SK, Levels.text(Keys.ONLY));
    resources.dynamoDb().putItem(p -> p.tableName(resources.table()).item(item));
  }

  private static Map<String, AttributeValue> attributes(RunReport run) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.INDEX_PK, Levels.text(Keys.RUNS));
    item.put(Table.INDEX_SK, Levels.text(Position.of(run.startedAt(), run.runId())));
    item.put(Table.Run.RUN_ID, Levels.text(run.runId()));
    item.put(Table.Run.STARTED_AT, Levels.text(run.startedAt().toString()));
    run.endedAt().ifPresent(at -> item.put(Table.Run.ENDED_AT, Levels.text(at.toString())));
    item.put(Table.Run.STATE, Levels.text(run.state().name()));
    putText(item, Table.Run.REASON, run.reason());
    item.put(Table.Run.ENDINGS, number(run.endings()));
    item.put(Table.Run.FILES, number(run.files()));
    item.put(Table.Run.FILES_TOTAL, number(run.filesTotal()));
    item.put(Table.Run.TRANSACTIONS, number(run.transactions()));
    item.put(Table.Run.LEVELS, number(run.levels()));
    item.put(
        Table.Run.FINDINGS,
        AttributeValue.fromM(
            run.findings().entrySet().stream()
                .collect(Collectors.toMap(Entry::getKey, check -> number(check.getValue())))));
    item.put(
        Table.Run.WORST,
        AttributeValue.fromL(
            run.worst().stream().map(f -> AttributeValue.fromM(attributes(f))).toList()));
    run.findingsKey().ifPresent(key -> item.put(Table.Run.FINDINGS_KEY, Levels.text(key)));
    return item;
  }

  private static Map<String, AttributeValue> attributes(Finding finding) {
    Map<String, AttributeValue> item = new HashMap<>();
    putText(item, Table.Finding.CHECK, finding.check());
    putText(item, Table.Finding.FILE, finding.file());
    if (!finding.line().isEmpty()) {
      item.put(Table.Finding.LINE, AttributeValue.fromN(finding.line()));
    }
    putText(item, Table.Finding.WAREHOUSE, finding.warehouse());
    putText(item, Table.Finding.ITEM_ID, finding.itemId());
    putText(item, Table.Finding.FOUND, finding.found());
    putText(item, Table.Finding.EXPECTED, finding.expected());
    return item;
  }

  private static void putText(Map<String, AttributeValue> item, String name, String text) {
    if (!text.isEmpty()) {
      item.put(name, Levels.text(text));
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
