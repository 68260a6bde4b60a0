package inventory.pulumi.observability;

import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.model.resource.Topics;
import inventory.pulumi.api.WebApi;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Program;
import inventory.pulumi.compute.Workers;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.messaging.UndeliveredQueue;
import java.util.List;

/** Monitoring of the system. */
public final class Operations {

  private Operations() {}

  /** Declares alarms, the operations dashboard and the budget. */
  public static void declare(StackContext base, DataResources data, WebApi api, Workers workers) {
    Output<String> operations = data.topics().arn(Topics.OPERATIONS);
    Alarms alarms = new Alarms("alarms", base, operations);
    alarms.notEmpty(UndeliveredQueue.STARTS, "Something could not be started");
    if (base.settings().events()) {
      alarms.notEmpty(Queues.EVENTS_UNDELIVERED, "Events could not be delivered");
    }
    List.of(Program.INGEST, Program.THRESHOLD, Program.ALERT).forEach(alarms::full);
    alarms.api(api.gateway(), api.function());
    alarms.table(data.table());
    alarms.validation(workers.validation());
    alarms.failed(
        "inventory-waking-failed",
        "Services could not be woken at once; they start minutes later",
        workers.scaleUp().machine());
    new OperationsDashboard("operations", base, api.gateway(), api.function(), data.table());
    new MonthlyBudget("budget", base, operations);
  }
}
