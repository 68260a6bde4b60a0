package inventory.alert.domain;

import inventory.alert.outbox.Outbox;
import inventory.model.AlertId;
import java.time.Instant;

class InMemoryAlertsTest extends AlertsContract {

  private final InMemoryAlerts store = new InMemoryAlerts();

  @Override
  protected Alerts alerts() {
    return store;
  }

  @Override
  protected Outbox outbox() {
    return store;
  }

  @Override
  protected void snooze(AlertId alert, Instant until) {
    store.snooze(alert, until);
  }
}
