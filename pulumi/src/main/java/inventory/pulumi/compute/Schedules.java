package inventory.pulumi.compute;

import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetDeadLetterConfigArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.messaging.UndeliveredQueue;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Schedules in UTC. A start that fails is retried, and then sent to a dead-letter queue that a
 * person reads.
 */
public record Schedules(StackContext base, EncryptionKey key, UndeliveredQueue undelivered) {

  private static final int RETRIES = 10;
  private static final int RETRY_FOR_SECONDS = 1_800;

  /**
   * The role of a schedule.
   *
   * @param rights the permissions to start the target
   */
  Output<String> role(Component part, String name, List<Statement> rights) {
    List<Statement> all = new ArrayList<>(rights);
    all.add(undelivered.send("GiveUp"));
    all.add(key.use(base, "scheduler", "sqs", "states"));
    return Roles.of(part, name + "-schedule", "scheduler.amazonaws.com", base, all);
  }

  /**
   * Declares a schedule.
   *
   * @param expression as in {@code cron(0 3 * * ? *)} or {@code rate(5 minutes)}
   * @param target what it starts
   */
  void add(
      Component part,
      String name,
      String description,
      String expression,
      ScheduleTargetArgs.Builder target) {
    new Schedule(
        name,
        ScheduleArgs.builder()
            .name(name)
            .description(description)
            .scheduleExpression(expression)
            .scheduleExpressionTimezone("UTC")
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .kmsKeyArn(key.arn())
            .target(
                target
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder()
                            .maximumRetryAttempts(RETRIES)
                            .maximumEventAgeInSeconds(RETRY_FOR_SECONDS)
                            .build())
                    .deadLetterConfig(
                        ScheduleTargetDeadLetterConfigArgs.builder().arn(undelivered.arn()).build())
                    .build())
            .build(),
        part.child());
  }

  /**
   * Declares a schedule that starts a state machine or calls a function.
   *
   * @param target the target's ARN
   * @param start the permission to start the target
   * @param input the input of the target, as JSON
   */
  public void add(
      Component part,
      String name,
      String description,
      String expression,
      Output<String> target,
      Statement start,
      String input) {
    Output<String> role = role(part, name, List.of(start));
    add(
        part,
        name,
        description,
        expression,
        ScheduleTargetArgs.builder().arn(target).roleArn(role).input(Output.of(input)));
  }
}
