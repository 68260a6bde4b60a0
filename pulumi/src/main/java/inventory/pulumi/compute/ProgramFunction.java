package inventory.pulumi.compute;

import com.pulumi.asset.FileArchive;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaFilterArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingScalingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionSnapStartArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Known;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.LogGroups;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program as a function that starts from a snapshot and costs nothing without calls. */
public final class ProgramFunction extends Component {

  /** Calls a service with the messages of its queues. */
  public static final String QUEUES = "inventory.model.function.QueueFunction";

  /** Adds message groups to the records of the pipe. */
  private static final String GROUPS = "inventory.model.function.MessageGroups";

  /** Counts the records of the table's stream. */
  private static final String PROJECTION = "inventory.ingest.projection.lambda.ProjectionFunction";

  /** The records that change a counter, the catalogue or the dashboard; movements do not. */
  private static final List<String> COUNTED =
      List.of(
          """
          {"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"WAREHOUSE"},{"prefix":"ITEM#"},\
          {"prefix":"FILE#"},{"prefix":"FENCE#"},{"prefix":"AUDIT#"},{"prefix":"WEBHOOK#"},\
          "WEBHOOKS","RECIPIENTS"]}}}}""",
          """
          {"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"RUN#"}]},"sk":{"S":["-"]}}}}""");

  private static final int PROJECTION_SECONDS = 60;

  /** The most records of a call. They share the writes of their counters. */
  private static final int COUNTED_AT_ONCE = 1_000;

  private static final int GROUPS_MEGABYTES = 512;
  private static final int GROUPS_SECONDS = 30;

  /**
   * How long a service may work on a call: what it processes with ease in a third of that. The
   * queues hide a message for longer.
   */
  static final int SERVICE_SECONDS = 300;

  // The newest runtime with snapshots on both processors.
  private static final String RUNTIME = "java21";

  private final String name;
  private final Function function;
  private final Alias alias;

  /**
   * Declares the function, and an alias of its latest version.
   *
   * @param code the zip file with its classes
   * @param handler the class that Lambda calls
   * @param memoryMegabytes more memory means more processor: 1,769 are one
   * @param timeoutSeconds how long a call may take
   */
  public ProgramFunction(
      Program program,
      DataResources data,
      Path code,
      String handler,
      int memoryMegabytes,
      int timeoutSeconds) {
    super("ProgramFunction", program.resourceName(), data.base());
    name = program.resourceName();
    LogGroup log = data.logs().of(this, program.logGroup());
    List<Statement> rights = new ArrayList<>(program.rights());
    rights.add(LogGroups.write(log));
    rights.add(Statement.allow("ReadVariables", List.of("kms:Decrypt"), data.key().arn()));
    FunctionArgs.Builder args =
        FunctionArgs.builder()
            .name(name)
            .runtime(RUNTIME)
            .handler(handler)
            .architectures("arm64")
            .code(new FileArchive(code.toString()))
            .role(Roles.ofLambda(this, name, rights))
            .memorySize(memoryMegabytes)
            .timeout(timeoutSeconds)
            .kmsKeyArn(data.key().arn())
            // Snapshots exist for published versions only.
            .publish(true)
            .snapStart(FunctionSnapStartArgs.builder().applyOn("PublishedVersions").build())
            .loggingConfig(
                FunctionLoggingConfigArgs.builder().logFormat("Text").logGroup(log.name()).build());
    // AWS forgets an environment without variables, and each preview would add it again.
    if (!program.environment().isEmpty()) {
      args.environment(
          FunctionEnvironmentArgs.builder().variables(Known.values(program.environment())).build());
    }
    function = new Function(name, args.build(), child());
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

  /** The function that adds message groups to the records of the pipe. */
  public static ProgramFunction messageGroups(DataResources data, Artefacts artefacts) {
    return new ProgramFunction(
        new Program(Program.INGEST, "inventory-message-groups", Map.of(), List.of()),
        data,
        artefacts.function(Program.INGEST),
        GROUPS,
        GROUPS_MEGABYTES,
        GROUPS_SECONDS);
  }

  /**
   * Calls the function with the messages of a queue. Messages whose processing failed are
   * redelivered, the others are deleted.
   *
   * @param queue its name
   * @param batchSize the most messages of a call
   * @param most the most calls at the same time, 2 or more
   */
  void consume(DataResources data, String queue, int batchSize, int most) {
    new EventSourceMapping(
        queue,
        EventSourceMappingArgs.builder()
            .eventSourceArn(data.queues().queue(queue).arn())
            .functionName(alias.arn())
            .batchSize(batchSize)
            .functionResponseTypes("ReportBatchItemFailures")
            .scalingConfig(
                EventSourceMappingScalingConfigArgs.builder().maximumConcurrency(most).build())
            .build(),
        child());
  }

  /**
   * The function that keeps the counters and the catalogue. It is called with the records of the
   * table's stream, shard by shard, each after the one before it was counted. A call that fails is
   * repeated for as long as the stream keeps its records.
   */
  static ProgramFunction projection(Program program, DataResources data, Artefacts artefacts) {
    ProgramFunction function =
        new ProgramFunction(
            program,
            data,
            artefacts.function(Program.INGEST),
            PROJECTION,
            GROUPS_MEGABYTES,
            PROJECTION_SECONDS);
    new EventSourceMapping(
        program.resourceName(),
        EventSourceMappingArgs.builder()
            .eventSourceArn(data.table().streamArn())
            .functionName(function.alias.arn())
            .startingPosition("TRIM_HORIZON")
            .batchSize(COUNTED_AT_ONCE)
            .maximumBatchingWindowInSeconds(1)
            // Only with a window does an event name its shard.
            .tumblingWindowInSeconds(PROJECTION_SECONDS)
            .maximumRetryAttempts(-1)
            .functionResponseTypes("ReportBatchItemFailures")
            .filterCriteria(
                EventSourceMappingFilterCriteriaArgs.builder()
                    .filters(
                        COUNTED.stream()
                            .map(
                                pattern ->
                                    EventSourceMappingFilterCriteriaFilterArgs.builder()
                                        .pattern(pattern)
                                        .build())
                            .toList())
                    .build())
            .build(),
        function.child());
    return function;
  }

  /** The function's name. */
  public Output<String> name() {
    return function.name();
  }

  /** The name of its resources. */
  public String resourceName() {
    return name;
  }

  /** The alias of the current version. */
  public Alias live() {
    return alias;
  }

  /** The permission to call it. */
  public Statement call() {
    return Statement.allow("Call", List.of("lambda:InvokeFunction"), alias.arn());
  }
}
