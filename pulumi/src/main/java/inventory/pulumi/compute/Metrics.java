package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metrics that AWS keeps by itself. */
public final class Metrics {

  private static final String SQS = "AWS/SQS";
  private static final String MAXIMUM = "Maximum";
  private static final String SUM = "Sum";
  private static final int MINUTE = 60;

  private Metrics() {}

  /**
   * A metric.
   *
   * @param namespace whose it is
   * @param dimensions of what, in order
   * @param statistic what becomes of a period's values
   */
  public record Metric(
      String namespace, String name, Map<String, Output<String>> dimensions, String statistic) {

    /** The metric by the minute, as a part of an expression. */
    public MetricAlarmMetricQueryArgs query(String id) {
      return MetricAlarmMetricQueryArgs.builder()
          .id(id)
          .metric(
              MetricAlarmMetricQueryMetricArgs.builder()
                  .namespace(namespace)
                  .metricName(name)
                  .dimensions(known())
                  .period(MINUTE)
                  .stat(statistic)
                  .build())
          .build();
    }

    /** The dimensions, once their values are known. */
    public Output<Map<String, String>> known() {
      return Output.all(dimensions.values())
          .applyValue(
              values -> {
                Map<String, String> known = new LinkedHashMap<>();
                int i = 0;
                for (String dimension : dimensions.keySet()) {
                  known.put(dimension, values.get(i++));
                }
                return known;
              });
    }
  }

  /** What an alarm watches. */
  static MetricAlarmMetricQueryArgs expression(String id, String expression, String label) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .expression(expression)
        .label(label)
        .returnData(true)
        .build();
  }

  /** Messages that wait in a queue. */
  public static Metric waiting(String queue) {
    return ofQueue("ApproximateNumberOfMessagesVisible", queue);
  }

  /** Messages of a queue that are being worked on. */
  static Metric worked(String queue) {
    return ofQueue("ApproximateNumberOfMessagesNotVisible", queue);
  }

  /** How old the oldest message of a queue is, in seconds. */
  public static Metric age(String queue) {
    return ofQueue("ApproximateAgeOfOldestMessage", queue);
  }

  private static Metric ofQueue(String name, String queue) {
    return new Metric(SQS, name, Map.of("QueueName", Output.of(queue)), MAXIMUM);
  }

  /** How many tasks of a service run: each reports its use of the processor once a minute. */
  static Metric tasks(String service) {
    return ofService("CPUUtilization", service, "SampleCount");
  }

  /** The share of its memory that a service uses, in percent. */
  public static Metric memory(String service) {
    return ofService("MemoryUtilization", service, MAXIMUM);
  }

  private static Metric ofService(String name, String service, String statistic) {
    Map<String, Output<String>> dimensions = new LinkedHashMap<>();
    dimensions.put("ClusterName", Output.of(TaskCluster.NAME));
    dimensions.put("ServiceName", Output.of(service));
    return new Metric("AWS/ECS", name, dimensions, statistic);
  }

  /** Executions of a state machine that failed. */
  public static Metric failedExecutions(Output<String> machineArn) {
    return new Metric("AWS/States", "ExecutionsFailed", Map.of("StateMachineArn", machineArn), SUM);
  }

  /** A count of a Lambda function: errors, or what was throttled. */
  public static Metric ofFunction(String name, Output<String> function) {
    return new Metric("AWS/Lambda", name, Map.of("FunctionName", function), SUM);
  }

  /** A count of the API. */
  public static Metric ofApi(String name, Output<String> api, String statistic) {
    return new Metric("AWS/ApiGateway", name, Map.of("ApiId", api), statistic);
  }

  /** Requests to the table that were throttled, of one kind. */
  public static Metric throttled(String name, Output<String> table) {
    return new Metric("AWS/DynamoDB", name, Map.of("TableName", table), SUM);
  }
}
