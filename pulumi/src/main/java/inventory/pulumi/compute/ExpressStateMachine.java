package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sfn.inputs.StateMachineEncryptionConfigurationArgs;
import com.pulumi.aws.sfn.inputs.StateMachineLoggingConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import java.util.ArrayList;
import java.util.List;

/**
 * An express state machine: a few AWS calls and decisions, without code to deploy and without idle
 * cost.
 */
public final class ExpressStateMachine extends Component {

  private static final int KEY_REUSE_SECONDS = 300;

  /** Step Functions sets up its own logging. AWS supports no resource names for these actions. */
  private static final Statement SET_UP_LOGS =
      Statement.allow(
          "SetUpLogs",
          List.of(
              "logs:CreateLogDelivery",
              "logs:GetLogDelivery",
              "logs:UpdateLogDelivery",
              "logs:DeleteLogDelivery",
              "logs:ListLogDeliveries",
              "logs:PutResourcePolicy",
              "logs:DescribeResourcePolicies",
              "logs:DescribeLogGroups"),
          Output.of("*"));

  private final StateMachine machine;

  /**
   * Declares the state machine.
   *
   * @param definition in the Amazon States Language
   * @param rights the permissions for its calls
   */
  ExpressStateMachine(
      String name,
      StackContext base,
      EncryptionKey key,
      LogGroups logs,
      Output<String> definition,
      List<Statement> rights) {
    super("Machine", name, base);
    LogGroup log = logs.of(this, "/aws/vendedlogs/states/" + name);
    List<Statement> all = new ArrayList<>(rights);
    all.add(SET_UP_LOGS);
    all.add(Statement.allow("UseOwnKey", List.of("kms:Decrypt", "kms:GenerateDataKey"), key.arn()));
    Output<String> role = Roles.of(this, name, "states.amazonaws.com", base, all);
    machine =
        new StateMachine(
            name,
            StateMachineArgs.builder()
                .name(name)
                .type("EXPRESS")
                .roleArn(role)
                .definition(definition)
                .encryptionConfiguration(
                    StateMachineEncryptionConfigurationArgs.builder()
                        .type("CUSTOMER_MANAGED_KMS_KEY")
                        .kmsKeyId(key.arn())
                        .kmsDataKeyReusePeriodSeconds(KEY_REUSE_SECONDS)
                        .build())
                .loggingConfiguration(
                    StateMachineLoggingConfigurationArgs.builder()
                        .level("ERROR")
                        .includeExecutionData(false)
                        .logDestination(log.arn().applyValue(arn -> arn + ":*"))
                        .build())
                .build(),
            child());
    complete();
  }

  /** The state machine's ARN. */
  public Output<String> arn() {
    return machine.arn();
  }

  /** The permission to start it. */
  Statement start() {
    return Statement.allow("Start", List.of("states:StartExecution"), arn());
  }
}
