package inventory.pulumi.api;

import com.pulumi.asset.FileArchive;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionSnapStartArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Program;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reporting API as a function that starts from a snapshot and costs nothing without requests.
 */
public final class ReportingFunction extends Component {

  private static final String HANDLER = "inventory.reporting.lambda.HttpApiFunction";
  // The newest runtime with snapshots on both processors.
  private static final String RUNTIME = "java21";
  // More memory means more processor. Less would start more slowly and cost as much.
  private static final int MEMORY_MEGABYTES = 1_024;
  // The gateway waits for 30 s.
  private static final int TIMEOUT_SECONDS = 29;

  private final Function function;
  private final Alias alias;

  ReportingFunction(
      Program program, StackContext base, Artefacts artefacts, EncryptionKey key, LogGroups logs) {
    super("ReportingFunction", program.resourceName(), base);
    String name = program.resourceName();
    LogGroup log = logs.of(this, "/inventory/" + program.name());
    List<Statement> rights = new ArrayList<>(program.rights());
    rights.add(LogGroups.write(log));
    rights.add(Statement.allow("ReadVariables", List.of("kms:Decrypt"), key.arn()));
    Output<String> role = Roles.ofLambda(this, name, rights);
    function =
        new Function(
            name,
            FunctionArgs.builder()
                .name(name)
                .runtime(RUNTIME)
                .handler(HANDLER)
                .architectures(List.of("arm64"))
                .code(new FileArchive(artefacts.reportingFunction().toString()))
                .role(role)
                .memorySize(MEMORY_MEGABYTES)
                .timeout(TIMEOUT_SECONDS)
                .environment(FunctionEnvironmentArgs.builder().variables(known(program)).build())
                .kmsKeyArn(key.arn())
                // Snapshots exist for published versions only.
                .publish(true)
                .snapStart(FunctionSnapStartArgs.builder().applyOn("PublishedVersions").build())
                .loggingConfig(
                    FunctionLoggingConfigArgs.builder()
                        .logFormat("Text")
                        .logGroup(log.name())
                        .build())
                .build(),
            child());
    alias =
        new Alias(
            name,
            AliasArgs.builder()
                .name("live")
                .functionName(function.name())
                .functionVersion(function.version())
                .build(),
            child());
    complete();
  }

  private static Output<Map<String, String>> known(Program program) {
    return Output.all(program.environment().values())
        .applyValue(
            values -> {
              Map<String, String> known = new LinkedHashMap<>();
              int i = 0;
              for (String name : program.environment().keySet()) {
                known.put(name, values.get(i++));
              }
              return known;
            });
  }

  /** The function's name. */
  public Output<String> name() {
    return function.name();
  }

  /** The alias of the current version. */
  Alias live() {
    return alias;
  }
}
