package inventory.alert.dynamodb;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.Trigger;
import inventory.alert.webhook.Endpoints;
import inventory.model.AlertRecord.Decision;
import inventory.model.table.ItemUpdate;
import inventory.model.table.OutboxItem;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookItem;
import inventory.model.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Webhook endpoints in the table. */
public final class DynamoDbEndpoints implements Endpoints {

  private static final Duration REPORT_INTERVAL = Duration.ofHours(24);

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Stores them in a table. */
  public DynamoDbEndpoints(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public List<WebhookEndpoint> list() {
    return dynamoDb.queryPaginator(WebhookItem.all(table)).items().stream()
        .map(WebhookItem::of)
        .toList();
  }

  @Override
  public Optional<WebhookEndpoint> find(String id) {
    GetItemResponse response =
        dynamoDb.getItem(g -> g.tableName(table).key(WebhookItem.key(id)).consistentRead(true));
    return response.hasItem() ? Optional.of(WebhookItem.of(response.item())) : Optional.empty();
  }

  @Override
  public void create(WebhookEndpoint endpoint) {
    dynamoDb.putItem(p -> p.tableName(table).item(WebhookItem.toItem(endpoint)));
  }

  @Override
  public void delete(String id) {
    dynamoDb.deleteItem(d -> d.tableName(table).key(WebhookItem.key(id)));
  }

  @Override
  public void rotate(String id, WebhookSecret secret, Instant until, Decision decision) {
    update(id, WebhookItem.rotate(secret, until, decision));
  }

  @Override
  public void pause(String id, Instant at, Instant until) {
    update(id, WebhookItem.pause(at, until));
  }

  @Override
  public void resume(String id) {
    update(id, WebhookItem.resume());
  }

  private void update(String id, ItemUpdate update) {
    try {
      dynamoDb.updateItem(update.request(table, WebhookItem.key(id)).build());
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: somebody deleted the endpoint.
    }
  }

  @Override
  public void disable(String id, Decision decision) {
    notify(id, WebhookItem.disable(decision), decision.at());
  }

  @Override
  public void reportFailures(String id, Instant at) {
    notify(id, WebhookItem.reported(at, at.minus(REPORT_INTERVAL)), at);
  }

  /** Does nothing if it was done before, or if somebody deleted the endpoint. */
  private void notify(String id, ItemUpdate update, Instant at) {
    OutboxWrites.putOnce(
        dynamoDb,
        table,
        update.of(table, WebhookItem.key(id)),
        new OutboxItem.Webhook(id, at),
        List.of(new Delivery(Audience.OPERATIONS, at)),
        new Trigger("WEBHOOK#" + id, "webhook endpoint " + id, at));
  }
}
