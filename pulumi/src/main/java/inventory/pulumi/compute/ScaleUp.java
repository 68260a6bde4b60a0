package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.messaging.UndeliveredQueue;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts the first task of a service as soon as there is work. The metrics of a queue would show
 * the work minutes later, up to fifteen after a quiet time; the upload's event arrives at once.
 */
public final class ScaleUp extends Component {

  /** For each service: sets a desired count of 0 to 1. */
  private static final String DEFINITION =
      """
      {"StartAt": "Each", "TimeoutSeconds": 60, "States": {
        "Each": {"Type": "Map", "ItemsPath": "$.services", "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Look", "States": {
            "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeServices",
              "Parameters": {"Cluster": "%1$s", "Services.$": "States.Array($)"},
              "ResultSelector": {"name.$": "$.Services[0].ServiceName",
                "wanted.$": "$.Services[0].DesiredCount"},
              "Retry": [%2$s], "Next": "Asleep"},
            "Asleep": {"Type": "Choice", "Default": "Awake",
              "Choices": [{"Variable": "$.wanted", "NumericEquals": 0, "Next": "Wake"}]},
            "Wake": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:updateService",
              "Parameters": {"Cluster": "%1$s", "Service.$": "$.name", "DesiredCount": 1},
              "Retry": [%2$s], "End": true},
            "Awake": {"Type": "Succeed"}}}}}}
      """;

  /** Retries calls that are throttled or fail for half a minute. */
  static final String RETRY =
      """
      {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 5, "BackoffRate": 2,
      "JitterStrategy": "FULL"}""";

  private final UndeliveredQueue undelivered;
  private final ExpressStateMachine machine;
  private final Output<String> rule;

  /**
   * Declares the state machine.
   *
   * @param services the services that it may start
   */
  ScaleUp(
      String name,
      StackContext base,
      EncryptionKey key,
      LogGroups logs,
      UndeliveredQueue undelivered,
      List<ScaledService> services) {
    super("Waking", name, base);
    this.undelivered = undelivered;
    machine =
        new ExpressStateMachine(
            "inventory-waking",
            base,
            key,
            logs,
            Output.of(DEFINITION.formatted(TaskCluster.NAME, RETRY)),
            List.of(right(services)));
    rule =
        Roles.of(
            this,
            "inventory-wakers",
            "events.amazonaws.com",
            base,
            List.of(machine.start(), key.use(base, "states")));
  }

  /** The permission to read and change the desired count of the services. */
  private static Statement right(List<ScaledService> services) {
    return new Statement(
        "Wake",
        List.of("ecs:DescribeServices", "ecs:UpdateService"),
        services.stream().map(ScaledService::arn).toList(),
        Map.of());
  }

  /** The state machine. */
  public ExpressStateMachine machine() {
    return machine;
  }

  /** The state machine's input: the services to start. */
  static String input(String... programs) {
    return Arrays.stream(programs)
        .map(program -> "\"" + Program.resourceName(program) + "\"")
        .collect(Collectors.joining(",", "{\"services\":[", "]}"));
  }

  /**
   * Starts services at an event.
   *
   * @param pattern the event pattern of EventBridge
   */
  void at(String name, String description, Output<String> pattern, String... programs) {
    EventRule events =
        new EventRule(
            name,
            EventRuleArgs.builder()
                .name(name)
                .description(description)
                .eventPattern(pattern)
                .build(),
            child());
    new EventTarget(
        name,
        EventTargetArgs.builder()
            .rule(events.name())
            .arn(machine.arn())
            .roleArn(rule)
            .input(input(programs))
            .deadLetterConfig(
                EventTargetDeadLetterConfigArgs.builder().arn(undelivered.arn()).build())
            .build(),
        child());
  }
}
