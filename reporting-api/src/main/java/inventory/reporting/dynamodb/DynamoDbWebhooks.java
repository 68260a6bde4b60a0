package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.webhook.DeliveryItem;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookItem;
import inventory.model.webhook.WebhookSecret;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.webhooks.WebhookRecords;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Webhook endpoints and deliveries in the table. A page of deliveries of all states costs three
 * queries of its length.
 */
public final class DynamoDbWebhooks implements WebhookRecords {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Uses the table with this name. */
  public DynamoDbWebhooks(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<WebhookEndpoint> list() {
    return dynamo.queryPaginator(WebhookItem.all(table)).items().stream()
        .map(WebhookItem::of)
        .toList();
  }

  @Override
  public Optional<WebhookEndpoint> find(String id) {
    return SingleRead.find(dynamo, table, WebhookItem.key(id)).map(WebhookItem::of);
  }

  @Override
  public void create(WebhookEndpoint endpoint, AuditEntry entry) {
    AuditedWrite.attempt(dynamo, table, entry, put(WebhookItem.toItem(endpoint)));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(one -> one.tableName(table).item(item)).build();
  }

  @Override
  public boolean delete(String id, AuditEntry entry) {
    return AuditedWrite.attempt(dynamo, table, entry, delete(WebhookItem.key(id)));
  }

  private TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .delete(one -> one.tableName(table).key(key).conditionExpression(DeliveryItem.EXISTS))
        .build();
  }

  @Override
  public Optional<WebhookEndpoint> enable(String id, AuditEntry entry) {
    return update(id, WebhookItem.enable(entry.decision()), entry);
  }

  @Override
  public Optional<WebhookEndpoint> disable(String id, AuditEntry entry) {
    return update(id, WebhookItem.disable(entry.decision()), entry);
  }

  @Override
  public Optional<WebhookEndpoint> rotate(
      String id, WebhookSecret secret, Instant until, AuditEntry entry) {
    return update(id, WebhookItem.rotate(secret, until, entry.decision()), entry);
  }

  /** If the condition does not hold, there is none, or it is in that state already. */
  private Optional<WebhookEndpoint> update(String id, ItemUpdate update, AuditEntry entry) {
    Update action = update.of(table, WebhookItem.key(id));
    AuditedWrite.attempt(dynamo, table, entry, TransactWriteItem.builder().update(action).build());
    return find(id);
  }

  @Override
  public void resume(String id) {
    try {
      dynamo.updateItem(WebhookItem.resume().request(table, WebhookItem.key(id)).build());
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: it was deleted.
    }
  }

  @Override
  public Page<WebhookDelivery, String> deliveries(
      String id, Optional<State> state, int limit, Optional<String> after) {
    List<WebhookDelivery> found =
        state
            .map(Stream::of)
            .orElseGet(() -> Arrays.stream(State.values()))
            .flatMap(one -> newest(id, one, limit, after))
            .sorted(Comparator.comparing((WebhookDelivery one) -> one.event().id()).reversed())
            .toList();
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    return new Page<>(found.subList(0, limit), Optional.of(found.get(limit - 1).event().id()));
  }

  /** One more than the page has, which tells whether it is the last one. */
  private Stream<WebhookDelivery> newest(
      String id, State state, int limit, Optional<String> after) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .scanIndexForward(false)
            .keyConditionExpression("pk = :pk AND begins_with(sk, :state)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", fromS(Keys.webhook(id)),
                    ":state", fromS(DeliveryItem.prefix(state))));
    after.ifPresent(eventId -> query.exclusiveStartKey(DeliveryItem.key(id, state, eventId)));
    Page<WebhookDelivery, String> page =
        new PagedQuery(dynamo)
            .page(query.build(), limit + 1, DeliveryItem::of, delivery -> delivery.event().id());
    return page.entries().stream();
  }

  @Override
  public Optional<WebhookDelivery> delivery(String id, String eventId) {
    return Arrays.stream(State.values())
        .map(state -> SingleRead.find(dynamo, table, DeliveryItem.key(id, state, eventId)))
        .flatMap(Optional::stream)
        .map(DeliveryItem::of)
        .findFirst();
  }

  @Override
  public void add(String id, WebhookDelivery delivery, AuditEntry entry) {
    AuditedWrite.attempt(
        dynamo, table, entry, put(DeliveryItem.toItem(id, delivery, entry.decision().at())));
  }

  @Override
  public boolean move(String id, WebhookDelivery before, WebhookDelivery after, AuditEntry entry) {
    return AuditedWrite.attempt(
        dynamo,
        table,
        entry,
        delete(DeliveryItem.key(id, before.state(), before.event().id())),
        put(DeliveryItem.toItem(id, after, entry.decision().at())));
  }
}
