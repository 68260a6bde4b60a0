package inventory.alert.dynamodb;

import inventory.alert.webhook.Claims;
import inventory.alert.webhook.Deliveries;
import inventory.alert.webhook.Endpoints;
import inventory.alert.webhook.EventFeed;
import inventory.alert.webhook.WebhookStoresContract;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.webhook.EventBatchItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import org.junit.jupiter.api.AfterEach;

class DynamoDbWebhooksIT extends WebhookStoresContract {

  private final Resources resources = EmbeddedAws.newResources();
  private final StoredStock table = new StoredStock(resources);

  @AfterEach
  void close() {
    resources.close();
  }

  @Override
  protected Endpoints endpoints() {
    return table.endpoints();
  }

  @Override
  protected Deliveries deliveries() {
    return new DynamoDbDeliveries(resources.dynamoDb(), resources.table(), table.batches());
  }

  @Override
  protected EventFeed feed() {
    return new DynamoDbEventFeed(
        resources.dynamoDb(), resources.table(), table.endpoints(), table.batches());
  }

  @Override
  protected Claims claims() {
    return new DynamoDbClaims(resources.dynamoDb(), resources.table());
  }

  @Override
  protected void put(EventBatchItem batch) {
    resources.dynamoDb().putItem(p -> p.tableName(resources.table()).item(batch.toItem()));
  }

  @Override
  protected int notifications() {
    return resources
        .dynamoDb()
        .query(Table.partition(resources.table(), Keys.outbox("OPERATIONS")))
        .count();
  }
}
