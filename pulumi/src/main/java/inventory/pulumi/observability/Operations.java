package inventory.pulumi.observability;

import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.model.resource.Topics;
import inventory.pulumi.api.WebApi;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.compute.Workers;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.messaging.UndeliveredQueue;
import java.util.Optional;

/** Monitoring of the system. */
public final class Operations {

  private Operations() {}

  /** Declares alarms, the operations dashboard and the budget. */
  public static void declare(
      StackContext base,
      DataResources data,
      WebApi api,
      Workers workers,
      Optional<ProgramFunction> messageGroups) {
    Output<String> operations = data.topics().arn(Topics.OPERATIONS);
    Alarms alarms = new Alarms("alarms", base, operations, data.queues().definitions());
    alarms.notEmpty(UndeliveredQueue.STARTS, "Something could not be started", "start-failed");
    if (base.settings().events()) {
      alarms.notEmpty(
          Queues.EVENTS_UNDELIVERED, "Events could not be delivered", "events-undelivered");
    }
    workers.services().forEach(alarms::full);
    workers.functions().forEach(alarms::errors);
    messageGroups.ifPresent(alarms::errors);
    alarms.behind(workers.projection());
    alarms.errors(api.function());
    alarms.throttles(api.function());
    alarms.api(api.gateway());
    alarms.table(data.table());
    alarms.validation(workers.validation());
    new OperationsDashboard("operations", base, data, api, workers);
    new MonthlyBudget("budget", base, operations);
  }
}
