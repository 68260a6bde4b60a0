package inventory.pulumi.observability;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.pulumi.api.Gateway;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Metrics;
import inventory.pulumi.compute.NightlyValidation;
import inventory.pulumi.compute.Program;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.storage.StockTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Alarms for operations: work that is not done, or done wrong. */
final class Alarms extends Component {

  private static final int MINUTE = 60;
  private static final int FIVE_MINUTES = 300;

  /** Longer than a large file needs. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** Files wait for the night. After two nights something is wrong. */
  private static final Duration LATE_AT_NIGHT = Duration.ofHours(30);

  private static final double FULL_PERCENT = 90;
  private static final double SLOW_MILLISECONDS = 3_000;

  private final Output<String> operations;

  Alarms(String name, StackContext base, Output<String> operations, List<QueueDefinition> queues) {
    super("Alarms", name, base);
    this.operations = operations;
    for (QueueDefinition queue : queues) {
      late(queue);
      notEmpty(queue.deadLetterName(), "Messages failed again and again", "dead-letters");
    }
    complete();
  }

  private void late(QueueDefinition queue) {
    boolean isNightly = Queues.VALIDATION.equals(queue.name());
    add(
        queue.name() + "-late",
        "Messages wait too long in " + queue.name(),
        "messages-late",
        Metrics.age(queue.name()),
        (double) (isNightly ? LATE_AT_NIGHT : LATE).toSeconds(),
        FIVE_MINUTES,
        1);
  }

  /** A queue that only failures fill. */
  void notEmpty(String queue, String what, String runbook) {
    add(
        queue + "-not-empty",
        what + ": " + queue,
        runbook,
        Metrics.waiting(queue),
        0,
        FIVE_MINUTES,
        1);
  }

  /** A service that is about to run out of memory. */
  void full(String program) {
    String service = Program.resourceName(program);
    add(
        service + "-full",
        program + " has hardly any memory left",
        "memory-full",
        Metrics.memory(service),
        FULL_PERCENT,
        MINUTE,
        3);
  }

  /** The API. */
  void api(Gateway gateway) {
    Output<String> id = gateway.api().id();
    add(
        "inventory-api-5xx",
        "The API fails",
        "api-fails",
        Metrics.ofApi("5xx", id, "Sum"),
        0,
        FIVE_MINUTES,
        1);
    add(
        "inventory-api-slow",
        "One request in a hundred takes longer than three seconds",
        "api-slow",
        Metrics.ofApi("Latency", id, "p99"),
        SLOW_MILLISECONDS,
        FIVE_MINUTES,
        3);
  }

  /**
   * A function whose calls fail. Messages of refused calls wait; the queue's alarm reports that.
   */
  void errors(ProgramFunction function) {
    count(function, "Errors", "function-fails");
  }

  /** A function that people call, so nobody repeats refused calls. */
  void throttles(ProgramFunction function) {
    count(function, "Throttles", "function-refuses");
  }

  /** The projection. The stream loses records after a day. */
  void behind(ProgramFunction projection) {
    add(
        projection.resourceName() + "-behind",
        "The counters of warehouses are out of date",
        "counters-late",
        Metrics.ofIterator(projection.name()),
        (double) LATE.toMillis(),
        FIVE_MINUTES,
        1);
  }

  private void count(ProgramFunction function, String count, String runbook) {
    add(
        function.resourceName() + "-" + count.toLowerCase(Locale.ROOT),
        count + " of " + function.resourceName(),
        runbook,
        Metrics.ofFunction(count, function.name()),
        0,
        FIVE_MINUTES,
        1);
  }

  /** The table. It throttles only if it grows faster than AWS splits it. */
  void table(StockTable table) {
    for (String count : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
      add(
          "inventory-table-" + count,
          "The table is throttled",
          "table-throttled",
          Metrics.throttled(count, table.name()),
          0,
          FIVE_MINUTES,
          3);
    }
  }

  /** The validation, which starts at 03:00 UTC and must make progress until it completes. */
  void validation(NightlyValidation validation) {
    add(
        "inventory-validation-worker-stalled",
        "The validation failed, did not start, or made no progress for an hour",
        "validation-stalled",
        Metrics.failedExecutions(validation.watch().arn()),
        0,
        FIVE_MINUTES,
        1);
  }

  private void add(
      String name,
      String description,
      String runbook,
      Metrics.Metric metric,
      double threshold,
      int periodSeconds,
      int periods) {
    MetricAlarmArgs.Builder args =
        MetricAlarmArgs.builder()
            .name(name)
            .alarmDescription(description + ". Runbook: docs/runbooks/" + runbook + ".md")
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(metric.known())
            .period(periodSeconds)
            .evaluationPeriods(periods)
            .comparisonOperator("GreaterThanThreshold")
            .threshold(threshold)
            .treatMissingData("notBreaching")
            .alarmActions(operations.applyValue(List::of))
            .okActions(operations.applyValue(List::of));
    boolean isPercentile = metric.statistic().startsWith("p");
    new MetricAlarm(
        name,
        (isPercentile
                ? args.extendedStatistic(metric.statistic())
                : args.statistic(metric.statistic()))
            .build(),
        child());
  }
}
