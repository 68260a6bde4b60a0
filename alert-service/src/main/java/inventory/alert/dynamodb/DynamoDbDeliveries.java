package inventory.alert.dynamodb;

import static inventory.model.table.Values.text;

import inventory.alert.webhook.Deliveries;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.webhook.DeliveryItem;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Deliveries in the table, each endpoint's in a partition. */
public final class DynamoDbDeliveries implements Deliveries {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Batches batches;

  /** Stores them in a table. */
  public DynamoDbDeliveries(DynamoDbClient dynamoDb, String table, Batches batches) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.batches = batches;
  }

  @Override
  public void add(String endpointId, Collection<WebhookEvent> events, Instant now) {
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (WebhookEvent event : events) {
      for (State state : State.values()) {
        keys.add(DeliveryItem.key(endpointId, state, event.id()));
      }
    }
    Set<String> known =
        batches.read(keys).stream()
            .map(item -> DeliveryItem.of(item).event().id())
            .collect(Collectors.toSet());
    List<WriteRequest> puts =
        events.stream()
            .filter(event -> known.add(event.id()))
            .map(event -> DeliveryItem.toItem(endpointId, WebhookDelivery.create(event, now), now))
            .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
            .toList();
    batches.write(puts, "adding webhook deliveries");
  }

  @Override
  public boolean hasPending(String endpointId) {
    return !pending(endpointId, Optional.empty(), 1).isEmpty();
  }

  @Override
  public List<WebhookDelivery> pending(String endpointId, Optional<String> after, int limit) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .limit(limit)
            .keyConditionExpression(Table.PK + " = :pk AND begins_with(" + Table.SK + ", :prefix)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", text(Keys.webhook(endpointId)),
                    ":prefix", text(DeliveryItem.prefix(State.PENDING))));
    after.ifPresent(
        last -> query.exclusiveStartKey(DeliveryItem.key(endpointId, State.PENDING, last)));
    return dynamoDb.query(query.build()).items().stream().map(DeliveryItem::of).toList();
  }

  @Override
  public void save(String endpointId, WebhookDelivery delivery, Instant now) {
    Map<String, AttributeValue> item = DeliveryItem.toItem(endpointId, delivery, now);
    if (delivery.state() == State.PENDING) {
      dynamoDb.putItem(p -> p.tableName(table).item(item));
      return;
    }
    TransactWriteItem put =
        TransactWriteItem.builder().put(p -> p.tableName(table).item(item)).build();
    Map<String, AttributeValue> key =
        DeliveryItem.key(endpointId, State.PENDING, delivery.event().id());
    TransactWriteItem delete =
        TransactWriteItem.builder().delete(d -> d.tableName(table).key(key)).build();
    dynamoDb.transactWriteItems(t -> t.transactItems(put, delete));
  }
}
