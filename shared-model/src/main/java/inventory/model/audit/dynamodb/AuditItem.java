package inventory.model.audit.dynamodb;

import inventory.model.AlertRecord.Decision;
import inventory.model.Position;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.resource.Inbox;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A decision in the table, in the partition of its day in UTC. A list of decisions is therefore a
 * query of a few partitions, each as large as what people decide in a day. An item takes one or two
 * write units, twice that within a transaction, and expires after {@link AuditEntry#KEPT}.
 */
public final class AuditItem {

  private static final String ACTION = "action";
  private static final String BY = "by";
  private static final String NOTE = "note";
  private static final String WAREHOUSE = "warehouse";
  private static final String ITEM_ID = "itemId";
  private static final String TARGET = "target";
  private static final String DETAIL = "detail";

  private AuditItem() {}

  private static Map<String, AttributeValue> key(Instant at, String id) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return Values.key(Keys.audit(day), Position.of(at, id));
  }

  /**
   * The key of the decision to permit an upload, as far as the key of an object shows that it has
   * come by one. There need not be such a decision: anybody may choose such a key.
   */
  public static Optional<Map<String, AttributeValue>> keyOfUpload(String objectKey) {
    return Inbox.permit(objectKey).map(permit -> key(permit.second(), permit.id()));
  }

  /** The action of a transaction that puts a decision on record. */
  public static TransactWriteItem put(String table, AuditEntry entry) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(toItem(entry))).build();
  }

  /** The item of a decision. */
  public static Map<String, AttributeValue> toItem(AuditEntry entry) {
    Decision decision = entry.decision();
    return new ItemBuilder(key(decision.at(), entry.id()))
        .text(ACTION, entry.action().name())
        .textUnlessEmpty(BY, decision.by())
        .textUnlessEmpty(NOTE, decision.note())
        .text(WAREHOUSE, entry.warehouse())
        .text(ITEM_ID, entry.itemId())
        .textUnlessEmpty(TARGET, entry.target())
        .textUnlessEmpty(DETAIL, entry.detail())
        .number(Table.EXPIRES_AT, decision.at().plus(AuditEntry.KEPT).getEpochSecond())
        .build();
  }

  /** The decision of an item of the table. */
  public static AuditEntry of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    String position = attributes.text(Table.SK);
    return new AuditEntry(
        Position.source(position),
        AuditAction.valueOf(attributes.text(ACTION)),
        new Decision(
            Position.instant(position),
            attributes.optionalText(BY).orElse(""),
            attributes.optionalText(NOTE).orElse("")),
        attributes.optionalText(WAREHOUSE),
        attributes.optionalText(ITEM_ID),
        attributes.optionalText(TARGET).orElse(""),
        attributes.optionalText(DETAIL).orElse(""));
  }
}
