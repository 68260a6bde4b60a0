package inventory.pulumi.compute;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationStepAdjustmentArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * A service with as many tasks as its queues need, and none while they are empty. {@link ScaleUp}
 * starts the first task; {@link ScalingAlarms} start more and stop the last one.
 */
final class ScaledService extends Component {

  // Half of the tasks for this many waiting messages or an old one; all of them for this many.
  private static final int MANY = 100;
  private static final int VERY_MANY = 1_000;
  private static final int COOLDOWN_SECONDS = 60;

  private final String program;
  private final List<String> queues;
  private final Service service;

  /**
   * Declares the service without a task, so it needs no image yet.
   *
   * @param queues the names of the queues that it consumes
   * @param maxTasks the largest number of tasks
   */
  ScaledService(
      Program program,
      StackContext base,
      TaskCluster cluster,
      ProgramTask task,
      Network network,
      List<String> queues,
      int maxTasks) {
    super("ScaledService", program.resourceName(), base);
    String name = program.resourceName();
    this.program = program.name();
    this.queues = List.copyOf(queues);
    service =
        new Service(
            name,
            ServiceArgs.builder()
                .name(name)
                .cluster(cluster.arn())
                .taskDefinition(task.arn())
                .launchType("FARGATE")
                .desiredCount(0)
                .deploymentCircuitBreaker(
                    ServiceDeploymentCircuitBreakerArgs.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .networkConfiguration(network(network))
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE")
                .build(),
            // The alarms change it all day; an update must not reset it to 0.
            childButFor("desiredCount"));
    Target tasks =
        new Target(
            name,
            TargetArgs.builder()
                .serviceNamespace("ecs")
                .resourceId(service.name().applyValue(s -> "service/" + TaskCluster.NAME + "/" + s))
                .scalableDimension("ecs:service:DesiredCount")
                .minCapacity(0)
                .maxCapacity(maxTasks)
                .build(),
            child());
    Policy more = policy(name + "-more", tasks, steps(maxTasks));
    Policy none = policy(name + "-none", tasks, List.of(step(0, 0)));
    new ScalingAlarms(name, base, queues, more.arn(), none.arn());
    complete();
  }

  private static ServiceNetworkConfigurationArgs network(Network network) {
    return ServiceNetworkConfigurationArgs.builder()
        .subnets(network.subnetIds())
        .securityGroups(network.securityGroupIds())
        .assignPublicIp(network.assignsPublicIp())
        .build();
  }

  private Policy policy(
      String name,
      Target tasks,
      List<PolicyStepScalingPolicyConfigurationStepAdjustmentArgs> steps) {
    return new Policy(
        name,
        PolicyArgs.builder()
            .name(name)
            .policyType("StepScaling")
            .serviceNamespace(tasks.serviceNamespace())
            .resourceId(tasks.resourceId())
            .scalableDimension(tasks.scalableDimension())
            .stepScalingPolicyConfiguration(
                PolicyStepScalingPolicyConfigurationArgs.builder()
                    .adjustmentType("ExactCapacity")
                    .metricAggregationType("Maximum")
                    .cooldown(COOLDOWN_SECONDS)
                    .stepAdjustments(steps)
                    .build())
            .build(),
        child());
  }

  /** Bounds are relative to the alarm's threshold, which is 1. */
  private static List<PolicyStepScalingPolicyConfigurationStepAdjustmentArgs> steps(int maxTasks) {
    if (maxTasks == 1) {
      return List.of(step(0, 1));
    }
    List<PolicyStepScalingPolicyConfigurationStepAdjustmentArgs> steps = new ArrayList<>();
    steps.add(step(0, MANY - 1, 1));
    steps.add(step(MANY - 1, VERY_MANY - 1, (maxTasks + 1) / 2));
    steps.add(step(VERY_MANY - 1, maxTasks));
    return steps;
  }

  private static PolicyStepScalingPolicyConfigurationStepAdjustmentArgs step(int from, int tasks) {
    return PolicyStepScalingPolicyConfigurationStepAdjustmentArgs.builder()
        .metricIntervalLowerBound(String.valueOf(from))
        .scalingAdjustment(tasks)
        .build();
  }

  private static PolicyStepScalingPolicyConfigurationStepAdjustmentArgs step(
      int from, int to, int tasks) {
    return PolicyStepScalingPolicyConfigurationStepAdjustmentArgs.builder()
        .metricIntervalLowerBound(String.valueOf(from))
        .metricIntervalUpperBound(String.valueOf(to))
        .scalingAdjustment(tasks)
        .build();
  }

  /** The name of its program. */
  String program() {
    return program;
  }

  /** The names of the queues that it consumes. */
  List<String> queues() {
    return queues;
  }

  /** The service's ARN. */
  Output<String> arn() {
    return service.id();
  }
}
