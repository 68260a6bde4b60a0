package inventory.model.finding;

import inventory.model.AlertRecord.Decision;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A finding of the validation that a person has accepted, with its values: a run that finds other
 * values has another finding. The table deletes the record after its end.
 *
 * @param finding the finding
 * @param runId a run that found it
 * @param decision who accepted it, when and why
 * @param until when it counts again
 */
public record AcceptedFindingItem(
    RunItem.Finding finding, String runId, Decision decision, Instant until) {

  private static final String RUN_ID = "runId";
  private static final String ACCEPTED_AT = "acceptedAt";
  private static final String ACCEPTED_BY = "acceptedBy";
  private static final String REASON = "reason";
  private static final String UNTIL = "until";

  /** The key of the record of a finding. */
  public static Map<String, AttributeValue> key(String findingId) {
    return Values.key(Keys.ACCEPTED_FINDINGS, findingId);
  }

  /** All of them, by id, strongly consistent: one read unit for each 4 KB, some ten records. */
  public static QueryRequest all(String table) {
    return Table.partition(table, Keys.ACCEPTED_FINDINGS);
  }

  /** Reads an item of the table. */
  public static AcceptedFindingItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new AcceptedFindingItem(
        RunItem.Finding.of(attributes),
        attributes.text(RUN_ID),
        new Decision(
            attributes.instant(ACCEPTED_AT),
            attributes.optionalText(ACCEPTED_BY).orElse(""),
            attributes.text(REASON)),
        attributes.instant(UNTIL));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    Map<String, AttributeValue> item = new HashMap<>(key(finding.id()));
    item.putAll(finding.toMap());
    return new ItemBuilder(item)
        .text(RUN_ID, runId)
        .instant(ACCEPTED_AT, decision.at())
        .textUnlessEmpty(ACCEPTED_BY, decision.by())
        .text(REASON, decision.note())
        .instant(UNTIL, until)
        .number(Table.EXPIRES_AT, until.getEpochSecond())
        .build();
  }
}
