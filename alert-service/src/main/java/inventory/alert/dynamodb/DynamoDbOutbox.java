package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.key;
import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.outbox.Backoff;
import inventory.alert.outbox.Outbox;
import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The outbox in the table. */
public final class DynamoDbOutbox implements Outbox {

  // What DynamoDB takes in one BatchWriteItem.
  private static final int BATCH_SIZE = 25;

  // A reservation that nobody gave back is of no use after its end.
  private static final Duration KEPT = Duration.ofDays(1);

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Backoff backoff;

  /**
   * Keeps it in a table.
   *
   * @param backoff how long to wait where DynamoDB left writes unprocessed
   */
  public DynamoDbOutbox(DynamoDbClient dynamoDb, String table, Backoff backoff) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.backoff = backoff;
  }

  @Override
  public boolean hasUnsent(String batch) {
    return !dynamoDb.query(notifications(batch).limit(1).build()).items().isEmpty();
  }

  @Override
  public List<Entry> unsent(String batch) {
    return dynamoDb.queryPaginator(notifications(batch).build()).items().stream()
        .limit(MAX_ENTRIES)
        .map(OutboxItems::entry)
        .toList();
  }

  private QueryRequest.Builder notifications(String batch) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("#pk = :pk AND begins_with(#sk, :prefix)")
        .expressionAttributeNames(Map.of("#pk", Table.PK, "#sk", Table.SK))
        .expressionAttributeValues(
            Map.of(":pk", text(Keys.outbox(batch)), ":prefix", text(OutboxItems.PREFIX)));
  }

  @Override
  public void markSent(String batch, Collection<Entry> entries) {
    List<WriteRequest> deletions =
        entries.stream()
            .map(entry -> key(Keys.outbox(batch), entry.id()))
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key)).build())
            .toList();
    for (int from = 0; from < deletions.size(); from += BATCH_SIZE) {
      delete(deletions.subList(from, Math.min(deletions.size(), from + BATCH_SIZE)));
    }
  }

  private void delete(List<WriteRequest> deletions) {
    Map<String, List<WriteRequest>> open = Map.of(table, deletions);
    for (int attempt = 1; ; attempt++) {
      Map<String, List<WriteRequest>> request = open;
      open = dynamoDb.batchWriteItem(b -> b.requestItems(request)).unprocessedItems();
      if (open.isEmpty()) {
        return;
      }
      backoff.await(attempt, "taking sent notices off the outbox");
    }
  }

  @Override
  public boolean claim(String batch, String holder, Instant now, Instant until) {
    Map<String, AttributeValue> values =
        Map.of(
            ":holder", text(holder),
            ":until", text(Position.time(until)),
            ":now", text(Position.time(now)),
            ":expires", number(until.plus(KEPT).getEpochSecond()));
    try {
      dynamoDb.updateItem(
          u ->
              u.tableName(table)
                  .key(key(Keys.outbox(batch), Keys.ONLY))
                  .updateExpression("SET #holder = :holder, #until = :until, #expires = :expires")
                  .conditionExpression(
                      "attribute_not_exists(#holder) OR #holder = :holder OR #until < :now")
                  .expressionAttributeNames(
                      Map.of(
                          "#holder", Table.Outbox.HOLDER,
                          "#until", Table.Outbox.HELD_UNTIL,
                          "#expires", Table.EXPIRES_AT))
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another holds it, and its time is not over.
      return false;
    }
  }

  @Override
  public void release(String batch, String holder) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(key(Keys.outbox(batch), Keys.ONLY))
                  .conditionExpression("#holder = :holder")
                  .expressionAttributeNames(Map.of("#holder", Table.Outbox.HOLDER))
                  .expressionAttributeValues(Map.of(":holder", text(holder))));
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: its time was over, and another holds it now.
    }
  }

  /** The first page of the index is enough: what it leaves out is left over next time too. */
  @Override
  public Set<String> batchesUnsentSince(Instant moment) {
    return dynamoDb
        .query(
            q ->
                q.tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("#pk = :pk AND #sk < :moment")
                    .projectionExpression("#batch")
                    .expressionAttributeNames(
                        Map.of(
                            "#pk", Table.INDEX_PK,
                            "#sk", Table.INDEX_SK,
                            "#batch", Table.Outbox.BATCH))
                    .expressionAttributeValues(
                        Map.of(":pk", text(Keys.UNSENT), ":moment", text(Position.time(moment)))))
        .items()
        .stream()
        .map(item -> item.get(Table.Outbox.BATCH).s())
        .collect(Collectors.toSet());
  }
}
