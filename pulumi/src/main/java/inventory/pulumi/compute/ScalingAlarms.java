package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scale a service by its queues. An old message counts as much as a hundred waiting ones. After a
 * while without work, the last task stops.
 */
final class ScalingAlarms extends Component {

  private static final int OLD_SECONDS = 120;
  private static final int WEIGHT_OF_OLD = 100;
  // Long enough to keep a task between files that arrive every few minutes.
  private static final int IDLE_MINUTES = 10;

  /**
   * Declares the alarms.
   *
   * @param service the service's name
   * @param queues the names of its queues
   * @param more the ARN of the policy that sets the number of tasks
   * @param none the ARN of the policy that stops all tasks
   */
  ScalingAlarms(
      String service,
      StackContext base,
      List<String> queues,
      Output<String> more,
      Output<String> none) {
    super("ScalingAlarms", service, base);
    new MetricAlarm(
        service + "-work",
        MetricAlarmArgs.builder()
            .name(service + "-work")
            .alarmDescription("Scaling, no fault: messages wait for " + service)
            .comparisonOperator("GreaterThanOrEqualToThreshold")
            .threshold(1.0)
            .evaluationPeriods(1)
            .treatMissingData("notBreaching")
            .metricQueries(work(queues))
            .alarmActions(more.applyValue(List::of))
            .build(),
        child());
    new MetricAlarm(
        service + "-idle",
        MetricAlarmArgs.builder()
            .name(service + "-idle")
            .alarmDescription("Scaling, no fault: " + service + " runs and has nothing to do")
            .comparisonOperator("GreaterThanOrEqualToThreshold")
            .threshold(1.0)
            .evaluationPeriods(IDLE_MINUTES)
            .treatMissingData("notBreaching")
            .metricQueries(idle(service, queues))
            .alarmActions(none.applyValue(List::of))
            .build(),
        child());
    complete();
  }

  private static List<MetricAlarmMetricQueryArgs> work(List<String> queues) {
    List<MetricAlarmMetricQueryArgs> queries = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < queues.size(); i++) {
      queries.add(Metrics.waiting(queues.get(i)).query("waiting" + i));
      queries.add(Metrics.age(queues.get(i)).query("age" + i));
      terms.add(
          "FILL(waiting%1$d, 0) + IF(FILL(age%1$d, 0) > %2$d, %3$d, 0)"
              .formatted(i, OLD_SECONDS, WEIGHT_OF_OLD));
    }
    queries.add(Metrics.expression("work", String.join(" + ", terms), "Work"));
    return queries;
  }

  /**
   * Without the number of tasks, the alarm would stay on while the service has no task, and stop a
   * new task in its first minute.
   */
  private static List<MetricAlarmMetricQueryArgs> idle(String service, List<String> queues) {
    List<MetricAlarmMetricQueryArgs> queries = new ArrayList<>();
    queries.add(Metrics.tasks(service).query("tasks"));
    for (int i = 0; i < queues.size(); i++) {
      queries.add(Metrics.waiting(queues.get(i)).query("waiting" + i));
      queries.add(Metrics.worked(queues.get(i)).query("worked" + i));
    }
    List<String> terms =
        IntStream.range(0, queues.size())
            .mapToObj("FILL(waiting%1$d, 0) + FILL(worked%1$d, 0)"::formatted)
            .toList();
    queries.add(
        Metrics.expression(
            "idle",
            "IF((FILL(tasks, 0) > 0) AND ((%s) == 0), 1, 0)".formatted(String.join(" + ", terms)),
            "Idle"));
    return queries;
  }
}
