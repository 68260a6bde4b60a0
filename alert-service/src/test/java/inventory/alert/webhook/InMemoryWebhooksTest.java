package inventory.alert.webhook;

import inventory.model.webhook.EventBatchItem;

class InMemoryWebhooksTest extends WebhookStoresContract {

  private final InMemoryWebhooks store = new InMemoryWebhooks((id, at) -> this.notifications++);
  private int notifications;

  @Override
  protected Endpoints endpoints() {
    return store;
  }

  @Override
  protected Deliveries deliveries() {
    return store;
  }

  @Override
  protected EventFeed feed() {
    return store;
  }

  @Override
  protected Claims claims() {
    return store;
  }

  @Override
  protected void put(EventBatchItem batch) {
    store.put(batch);
  }

  @Override
  protected int notifications() {
    return notifications;
  }
}
