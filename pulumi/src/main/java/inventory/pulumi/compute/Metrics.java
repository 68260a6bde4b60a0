package inventory.pulumi.compute;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics that AWS records itself. */
public final class Metrics {

  private static final String SQS = "AWS/SQS";
  private static final String MAXIMUM = "Maximum";
  private static final String SUM = "Sum";

  private Metrics() {}

  /**
   * A metric.
   *
   * @param namespace its namespace
   * @param dimensions its dimensions, in order
   * @param statistic how the values of a period are combined
   */
  public record Metric(
      String namespace, String name, Map<String, Output<String>> dimensions, String statistic) {

    /** The metric as a part of the expression of a scaling policy. */
    PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs ofPolicy(
        String id) {
      var stat =
          PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs
              .builder()
              .namespace(namespace)
              .metricName(name)
              .dimensions(known().applyValue(Metric::ofPolicy))
              .build();
      return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs
          .builder()
          .id(id)
          .metricStat(
              PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs
                  .builder()
                  .metric(stat)
                  .stat(statistic)
                  .build())
          .returnData(false)
          .build();
    }

    private static List<
            PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs>
        ofPolicy(Map<String, String> dimensions) {
      return dimensions.entrySet().stream()
          .map(
              dimension ->
                  PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
                      .builder()
                      .name(dimension.getKey())
                      .value(dimension.getValue())
                      .build())
          .toList();
    }

    /** The dimensions, once their values are known. */
    public Output<Map<String, String>> known() {
      return Known.values(dimensions);
    }
  }

  /** The number of messages that wait in a queue. */
  public static Metric waiting(String queue) {
    return ofQueue("ApproximateNumberOfMessagesVisible", queue);
  }

  /** The age of the oldest message in a queue, in seconds. */
  public static Metric age(String queue) {
    return ofQueue("ApproximateAgeOfOldestMessage", queue);
  }

  private static Metric ofQueue(String name, String queue) {
    return new Metric(SQS, name, Map.of("QueueName", Output.of(queue)), MAXIMUM);
  }

  /** The number of running tasks of a service: each reports its processor use once a minute. */
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

  /** The number of failed executions of a state machine. */
  public static Metric failedExecutions(Output<String> machineArn) {
    return new Metric("AWS/States", "ExecutionsFailed", Map.of("StateMachineArn", machineArn), SUM);
  }

  /** A count of a Lambda function: errors or throttled calls. */
  public static Metric ofFunction(String name, Output<String> function) {
    return new Metric("AWS/Lambda", name, Map.of("FunctionName", function), SUM);
  }

  /** The age of the oldest record of a stream that a function is called with, in milliseconds. */
  public static Metric ofIterator(Output<String> function) {
    return new Metric("AWS/Lambda", "IteratorAge", Map.of("FunctionName", function), "Maximum");
  }

  /** A count of the API. */
  public static Metric ofApi(String name, Output<String> api, String statistic) {
    return new Metric("AWS/ApiGateway", name, Map.of("ApiId", api), statistic);
  }

  /** The number of throttled requests of one kind to the table. */
  public static Metric throttled(String name, Output<String> table) {
    return new Metric("AWS/DynamoDB", name, Map.of("TableName", table), SUM);
  }
}
