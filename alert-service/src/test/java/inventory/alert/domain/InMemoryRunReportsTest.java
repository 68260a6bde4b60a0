package inventory.alert.domain;

import inventory.alert.notification.RunReport;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.RunReports;

class InMemoryRunReportsTest extends RunReportsContract {

  private final InMemoryAlerts store = new InMemoryAlerts();
  private final InMemoryRunReports runs = new InMemoryRunReports(store);

  @Override
  protected void put(RunReport run) {
    runs.put(run);
  }

  @Override
  protected RunReports reports() {
    return runs;
  }

  @Override
  protected Outbox outbox() {
    return store;
  }
}
