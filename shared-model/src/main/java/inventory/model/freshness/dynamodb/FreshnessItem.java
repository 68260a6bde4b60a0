package inventory.model.freshness.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.Position;
import inventory.model.freshness.Freshness;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The freshness of a warehouse. It takes about 600 bytes. It is in the index by the time when the
 * warehouse becomes silent, until people are notified of that.
 *
 * @param warehouse its name
 * @param freshness when files reported about it
 * @param noticedAt when a notification of its silence was put into the outbox; empty since the next
 *     file
 * @param revision how often the item was written, 1 or more; 0 if there is none yet
 */
public record FreshnessItem(
    String warehouse, Freshness freshness, Optional<Instant> noticedAt, long revision) {

  private static final String WAREHOUSE = "warehouse";
  private static final String HOURS = "hours";
  private static final String LAST_FILE_AT = "lastFileAt";
  private static final String NOTICED_AT = "noticedAt";
  private static final String REVISION = "revision";

  /** The key of a warehouse's freshness. */
  public static Map<String, AttributeValue> key(String warehouse) {
    return Values.key(Keys.FRESHNESS, Keys.sortable(warehouse));
  }

  /** The freshness of an item of the table. */
  public static FreshnessItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new FreshnessItem(
        attributes.text(WAREHOUSE),
        new Freshness(
            item.get(HOURS).ns().stream()
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new)),
            attributes.instant(LAST_FILE_AT)),
        attributes.optionalInstant(NOTICED_AT),
        attributes.count(REVISION));
  }

  /** Writes the item as the next revision, provided that it still has this one. */
  public Put put(String table) {
    Put.Builder put = Put.builder().tableName(table).item(toItem());
    return revision == 0
        ? put.conditionExpression("attribute_not_exists(" + Table.PK + ")").build()
        : put.conditionExpression(REVISION + " = :revision")
            .expressionAttributeValues(Map.of(":revision", number(revision)))
            .build();
  }

  private Map<String, AttributeValue> toItem() {
    ItemBuilder item =
        new ItemBuilder(key(warehouse))
            .text(WAREHOUSE, warehouse)
            .put(
                HOURS,
                AttributeValue.fromNs(freshness.hours().stream().map(String::valueOf).toList()))
            .instant(LAST_FILE_AT, freshness.lastFileAt())
            .instant(NOTICED_AT, noticedAt)
            .number(REVISION, revision + 1);
    if (noticedAt.isEmpty()) {
      freshness
          .silentAt()
          .ifPresent(at -> item.index(Keys.FRESHNESS, Position.of(at, Keys.sortable(warehouse))));
    }
    return item.build();
  }

  /**
   * Marks that the notification of its silence is in the outbox, and takes it out of the index; the
   * condition fails if the item has changed since it was read.
   */
  public ItemUpdate noticed(Instant at) {
    return new ItemUpdate()
        .set(NOTICED_AT, text(at.toString()))
        .set(REVISION, "#revision + :revision", number(1))
        .remove(Table.INDEX_PK)
        .remove(Table.INDEX_SK)
        .onlyIf("#revision = :read", Map.of(":read", number(revision)));
  }

  /** The warehouses that are silent and not noticed, the longest first; may lag by moments. */
  public static QueryRequest silent(String table, Instant now, int limit) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.INDEX)
        .limit(limit)
        .keyConditionExpression(Table.INDEX_PK + " = :pk AND " + Table.INDEX_SK + " < :now")
        .expressionAttributeValues(
            Map.of(":pk", text(Keys.FRESHNESS), ":now", text(Position.time(now) + Position.LAST)))
        .build();
  }
}
