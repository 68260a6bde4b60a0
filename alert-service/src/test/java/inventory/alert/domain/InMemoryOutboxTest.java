package inventory.alert.domain;

import inventory.alert.outbox.Outbox;

class InMemoryOutboxTest extends OutboxContract {

  private final InMemoryAlerts store = new InMemoryAlerts();

  @Override
  protected Alerts alerts() {
    return store;
  }

  @Override
  protected Outbox outbox() {
    return store;
  }
}
