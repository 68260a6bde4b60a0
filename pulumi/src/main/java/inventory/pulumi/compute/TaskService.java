package inventory.pulumi.compute;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A service that always has a task, and more of them in proportion to the messages that wait. Only
 * with {@code inventory:compute} as {@code tasks}.
 */
final class TaskService extends Component {

  /** The waiting messages for which there should be one task; a task processes four at a time. */
  private static final double BACKLOG_PER_TASK = 20;

  private static final int OUT_SECONDS = 60;
  // A task that has started should be of use for a while.
  private static final int IN_SECONDS = 300;

  /**
   * Declares the service.
   *
   * @param queues the names of the queues that it consumes
   * @param maxTasks the largest number of tasks; with 1 nothing scales
   */
  TaskService(
      Program program,
      StackContext base,
      TaskCluster cluster,
      ProgramTask task,
      Network network,
      List<String> queues,
      int maxTasks) {
    super("TaskService", program.resourceName(), base);
    String name = program.resourceName();
    Service service =
        new Service(
            name,
            ServiceArgs.builder()
                .name(name)
                .cluster(cluster.arn())
                .taskDefinition(task.arn())
                .launchType("FARGATE")
                .desiredCount(1)
                .deploymentCircuitBreaker(
                    ServiceDeploymentCircuitBreakerArgs.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .networkConfiguration(
                    ServiceNetworkConfigurationArgs.builder()
                        .subnets(network.subnetIds())
                        .securityGroups(network.securityGroupIds())
                        .assignPublicIp(network.assignsPublicIp())
                        .build())
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE")
                .build(),
            // Scaling changes it all day; an update must not reset it.
            childButFor("desiredCount"));
    if (maxTasks > 1) {
      scale(name, service, queues, maxTasks);
    }
    complete();
  }

  private void scale(String name, Service service, List<String> queues, int maxTasks) {
    Target tasks =
        new Target(
            name,
            TargetArgs.builder()
                .serviceNamespace("ecs")
                .resourceId(service.name().applyValue(s -> "service/" + TaskCluster.NAME + "/" + s))
                .scalableDimension("ecs:service:DesiredCount")
                .minCapacity(1)
                .maxCapacity(maxTasks)
                .build(),
            child());
    new Policy(
        name,
        PolicyArgs.builder()
            .name(name + "-backlog")
            .policyType("TargetTrackingScaling")
            .serviceNamespace(tasks.serviceNamespace())
            .resourceId(tasks.resourceId())
            .scalableDimension(tasks.scalableDimension())
            .targetTrackingScalingPolicyConfiguration(
                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                    .targetValue(BACKLOG_PER_TASK)
                    .scaleOutCooldown(OUT_SECONDS)
                    .scaleInCooldown(IN_SECONDS)
                    .customizedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs
                            .builder()
                            .metrics(backlog(name, queues))
                            .build())
                    .build())
            .build(),
        child());
  }

  /**
   * The waiting messages for each task. A missing point stays missing: filled with a number, a late
   * metric would look like an empty queue in every minute.
   */
  private static List<
          PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs>
      backlog(String service, List<String> queues) {
    List<PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs>
        metrics = new ArrayList<>();
    for (int i = 0; i < queues.size(); i++) {
      metrics.add(Metrics.waiting(queues.get(i)).ofPolicy("waiting" + i));
    }
    metrics.add(Metrics.tasks(service).ofPolicy("tasks"));
    List<String> waiting = IntStream.range(0, queues.size()).mapToObj(i -> "waiting" + i).toList();
    metrics.add(
        PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs
            .builder()
            .id("backlog")
            .label("Waiting messages for each task")
            .expression("(%s) / tasks".formatted(String.join(" + ", waiting)))
            .returnData(true)
            .build());
    return metrics;
  }
}
