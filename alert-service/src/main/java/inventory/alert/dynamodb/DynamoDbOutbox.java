package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.alert.notification.AlertEvent;
import inventory.alert.notification.FileEvent;
import inventory.alert.notification.RunEvent;
import inventory.alert.notification.StockEvent;
import inventory.alert.outbox.Outbox;
import inventory.model.Backoff;
import inventory.model.Position;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LeaseItem;
import inventory.model.table.OutboxItem;
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

  // The limit of BatchWriteItem.
  private static final int BATCH_SIZE = 25;

  // A claim that was never released is deleted after this time.
  private static final Duration KEPT = Duration.ofDays(1);

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Backoff backoff;

  /**
   * Stores it in a table.
   *
   * @param backoff how often and how long to retry writes that DynamoDB left unprocessed
   */
  public DynamoDbOutbox(DynamoDbClient dynamoDb, String table, Backoff backoff) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.backoff = backoff;
  }

  @Override
  public boolean hasUnsent(String batch) {
    return !dynamoDb.query(entries(batch).limit(1).build()).items().isEmpty();
  }

  @Override
  public List<Entry> unsent(String batch) {
    return dynamoDb.queryPaginator(entries(batch).build()).items().stream()
        .limit(MAX_ENTRIES)
        .map(OutboxItem::of)
        .map(item -> new Entry(item.key().get(Table.SK).s(), event(item)))
        .toList();
  }

  private static AlertEvent event(OutboxItem item) {
    if (item.subject() instanceof OutboxItem.File file) {
      return new FileEvent(file.fileId());
    }
    if (item.subject() instanceof OutboxItem.Run run) {
      return new RunEvent(run.runId());
    }
    OutboxItem.Alert alert = (OutboxItem.Alert) item.subject();
    return new StockEvent(
        alert.alert(),
        alert.itemName(),
        alert.stockLevel(),
        alert.restockIfBelow(),
        alert.state(),
        item.cause());
  }

  private QueryRequest.Builder entries(String batch) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(
            Map.of(":pk", text(Keys.outbox(batch)), ":prefix", text(OutboxItem.PREFIX)));
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
      backoff.await(attempt, "removing sent entries from the outbox");
    }
  }

  @Override
  public boolean claim(String batch, String holder, Instant now, Instant until) {
    ItemUpdate claim =
        LeaseItem.acquire(holder, now, until)
            .set(Table.EXPIRES_AT, number(until.plus(KEPT).getEpochSecond()));
    try {
      dynamoDb.updateItem(claim.request(table, claimKey(batch)).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another sender has claimed the batch.
      return false;
    }
  }

  @Override
  public void release(String batch, String holder) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(claimKey(batch))
                  .conditionExpression(LeaseItem.IS_OURS)
                  .expressionAttributeNames(ItemUpdate.names(LeaseItem.IS_OURS))
                  .expressionAttributeValues(Map.of(":holder", text(holder))));
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the claim had ended, and another sender has claimed the batch.
    }
  }

  private static Map<String, AttributeValue> claimKey(String batch) {
    return key(Keys.outbox(batch), Keys.ONLY);
  }

  /** One page of the index is enough: batches on later pages are dispatched by later sweeps. */
  @Override
  public Set<String> batchesUnsentSince(Instant moment) {
    return dynamoDb
        .query(
            q ->
                q.tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("gsi1pk = :pk AND gsi1sk < :moment")
                    .projectionExpression("#batch")
                    .expressionAttributeNames(Map.of("#batch", OutboxItem.BATCH))
                    .expressionAttributeValues(
                        Map.of(":pk", text(Keys.UNSENT), ":moment", text(Position.time(moment)))))
        .items()
        .stream()
        .map(OutboxItem::batchOf)
        .collect(Collectors.toSet());
  }
}
