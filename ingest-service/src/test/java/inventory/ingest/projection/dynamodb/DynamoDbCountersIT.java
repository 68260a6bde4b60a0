package inventory.ingest.projection.dynamodb;

import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.CounterStoreContract;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbCountersIT extends CounterStoreContract {

  private final Resources resources = EmbeddedAws.newResources();
  private final CounterStore store =
      new DynamoDbCounters(
          resources.dynamoDb(), resources.table(), Clock.systemUTC(), Optional.empty());

  @AfterEach
  void close() {
    resources.close();
  }

  @Override
  protected CounterStore store() {
    return store;
  }

  @Override
  protected long count(Counter counter, String name) {
    return CounterItem.of(item(CounterItem.key(counter))).count(name);
  }

  @Override
  protected Optional<String> itemName(String itemId) {
    return Optional.of(item(CatalogueItem.key(itemId)))
        .filter(item -> !item.isEmpty())
        .map(item -> CatalogueItem.of(item).itemName());
  }

  @Override
  protected Optional<Instant> lastFileAt(String warehouse) {
    return CounterItem.of(item(CounterItem.key(new Counter.OfWarehouse(warehouse)))).lastFileAt();
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return resources
        .dynamoDb()
        .getItem(get -> get.tableName(resources.table()).key(key).consistentRead(true))
        .item();
  }
}
