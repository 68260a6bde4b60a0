package inventory.alert.dynamodb;

import static inventory.model.table.Values.text;

import inventory.alert.domain.Transition;
import inventory.alert.webhook.Endpoints;
import inventory.alert.webhook.EventFeed;
import inventory.model.table.Batches;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import inventory.model.webhook.EventBatchItem;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * New events in the table. An event that no endpoint wants is not written, so without endpoints
 * webhooks cost one read for each write of alerts, for each file and for each run.
 */
public final class DynamoDbEventFeed implements EventFeed {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Endpoints endpoints;
  private final Batches batches;

  /** Stores them in a table. */
  public DynamoDbEventFeed(
      DynamoDbClient dynamoDb, String table, Endpoints endpoints, Batches batches) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.endpoints = endpoints;
    this.batches = batches;
  }

  /** The write of the events of transitions, for their transaction; empty if nobody wants them. */
  Optional<TransactWriteItem> put(Collection<Transition> transitions, Instant at) {
    List<WebhookEvent> all =
        transitions.stream()
            .flatMap(transition -> WebhookEvents.of(transition, at).stream())
            .toList();
    List<WebhookEvent> events = all.isEmpty() ? all : wanted(all, endpoints.list());
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(
            TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(new EventBatchItem(at, events).toItem()))
                .build());
  }

  private static List<WebhookEvent> wanted(List<WebhookEvent> events, List<WebhookEndpoint> known) {
    return events.stream()
        .filter(
            event -> known.stream().anyMatch(one -> one.enabled() && one.filter().accepts(event)))
        .toList();
  }

  @Override
  public void fileFinished(String fileId) {
    publish(FileItem.key(fileId), item -> WebhookEvents.of(FileItem.of(item)));
  }

  @Override
  public void runEnded(String runId, int ending) {
    // A later ending has a message of its own.
    publish(
        RunItem.key(runId),
        item ->
            Optional.of(RunItem.of(item))
                .filter(run -> run.endings() == ending)
                .flatMap(WebhookEvents::of));
  }

  private void publish(
      Map<String, AttributeValue> key,
      Function<Map<String, AttributeValue>, Optional<WebhookEvent>> event) {
    List<WebhookEndpoint> known = endpoints.list();
    if (known.isEmpty()) {
      return;
    }
    Map<String, AttributeValue> item =
        dynamoDb.getItem(g -> g.tableName(table).key(key).consistentRead(true)).item();
    List<WebhookEvent> events = wanted(event.apply(item).stream().toList(), known);
    if (!events.isEmpty()) {
      EventBatchItem batch = new EventBatchItem(events.get(0).time(), events);
      dynamoDb.putItem(p -> p.tableName(table).item(batch.toItem()));
    }
  }

  @Override
  public List<EventBatchItem> oldest(int limit) {
    return dynamoDb
        .query(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .limit(limit)
                    .keyConditionExpression(
                        Table.PK + " = :pk AND begins_with(" + Table.SK + ", :prefix)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(Keys.WEBHOOK_EVENTS),
                            ":prefix", text(EventBatchItem.PREFIX))))
        .items()
        .stream()
        .map(EventBatchItem::of)
        .toList();
  }

  @Override
  public void remove(List<EventBatchItem> done) {
    List<WriteRequest> deletions =
        done.stream()
            .map(EventBatchItem::key)
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key)).build())
            .toList();
    batches.write(deletions, "removing distributed events");
  }
}
