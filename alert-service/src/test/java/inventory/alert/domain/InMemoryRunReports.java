package inventory.alert.domain;

import inventory.alert.notification.RunReport;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.RunEvent;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Records of validation runs in memory. */
public final class InMemoryRunReports implements RunReports {

  private final InMemoryAlerts outbox;
  private final Map<String, RunReport> runs = new HashMap<>();
  private final Map<String, Integer> reported = new HashMap<>();

  public InMemoryRunReports(InMemoryAlerts outbox) {
    this.outbox = outbox;
  }

  public void put(RunReport run) {
    runs.put(run.runId(), run);
  }

  @Override
  public RunReport find(String runId) {
    if (!runs.containsKey(runId)) {
      throw new IllegalStateException("there is no record of run " + runId);
    }
    return runs.get(runId);
  }

  @Override
  public void notifyOnce(
      String runId, int ending, Collection<Delivery> deliveries, Trigger trigger) {
    if (reported.getOrDefault(runId, 0) < ending) {
      reported.put(runId, ending);
      outbox.enqueue(deliveries, "RUN#" + runId + "#" + ending, trigger, new RunEvent(runId));
    }
  }
}
