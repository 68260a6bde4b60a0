package inventory.pulumi.messaging;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.kinesis.Stream;
import com.pulumi.aws.kinesis.StreamArgs;
import com.pulumi.aws.kinesis.inputs.StreamStreamModeDetailsArgs;
import com.pulumi.aws.pipes.Pipe;
import com.pulumi.aws.pipes.PipeArgs;
import com.pulumi.aws.pipes.inputs.PipeLogConfigurationArgs;
import com.pulumi.aws.pipes.inputs.PipeLogConfigurationCloudwatchLogsLogDestinationArgs;
import com.pulumi.aws.pipes.inputs.PipeSourceParametersArgs;
import com.pulumi.aws.pipes.inputs.PipeSourceParametersKinesisStreamParametersArgs;
import com.pulumi.aws.pipes.inputs.PipeSourceParametersKinesisStreamParametersDeadLetterConfigArgs;
import com.pulumi.aws.pipes.inputs.PipeTargetParametersArgs;
import com.pulumi.aws.pipes.inputs.PipeTargetParametersSqsQueueParametersArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import java.util.List;

/**
 * The web shops' events: a stream, and the pipe from it to the queue of ingest-service (requirement
 * E1). Shards have an idle cost, so a setting switches them on.
 */
public final class EventStream extends Component {

  // The notice about a record that could not be delivered has no data: only the stream has it. A
  // week leaves time to repair.
  private static final int RETENTION_HOURS = 168;
  // The largest batch of SQS: a batch that is one call fails or succeeds as a whole.
  private static final int BATCH = 10;
  private static final int RETRIES = 10;

  /** What the function calls the message group. */
  private static final String GROUP = "messageGroup";

  private final Stream stream;

  private EventStream(
      String name,
      StackContext base,
      EncryptionKey key,
      LogGroups logs,
      MessageQueues queues,
      UndeliveredQueue undelivered,
      Output<String> groups) {
    super("EventStream", name, base);
    stream =
        new Stream(
            Streams.EVENTS,
            StreamArgs.builder()
                .name(Streams.EVENTS)
                .streamModeDetails(
                    StreamStreamModeDetailsArgs.builder().streamMode("PROVISIONED").build())
                .shardCount(base.settings().eventShards())
                .retentionPeriod(RETENTION_HOURS)
                .encryptionType("KMS")
                .kmsKeyId(key.arn())
                .build(),
            child());
    LogGroup log = logs.of(this, "/aws/vendedlogs/pipes/" + Streams.EVENTS);
    Output<String> queue = queues.queue(Queues.EVENTS).arn();
    Output<String> role =
        Roles.of(
            this,
            Streams.EVENTS,
            "pipes.amazonaws.com",
            base,
            List.of(
                read(),
                Statement.allow("Deliver", List.of("sqs:SendMessage"), queue),
                Statement.allow("Group", List.of("lambda:InvokeFunction"), groups),
                undelivered.send("GiveUp"),
                Statement.allow(
                    "UseKey",
                    List.of("kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey"),
                    key.arn()),
                LogGroups.write(log)));
    new Pipe(
        Streams.EVENTS,
        PipeArgs.builder()
            .name(Streams.EVENTS)
            .roleArn(role)
            .source(stream.arn())
            .sourceParameters(source(undelivered))
            .enrichment(groups)
            .target(queue)
            .targetParameters(target())
            .kmsKeyIdentifier(key.arn())
            .logConfiguration(logging(log))
            .build(),
        child());
    complete();
  }

  /**
   * Declares the stream, the pipe and the queue for events that the pipe could not deliver.
   *
   * @param groups the ARN of the function that adds message groups
   */
  public static EventStream declare(
      StackContext base,
      EncryptionKey key,
      LogGroups logs,
      MessageQueues queues,
      Output<String> groups) {
    UndeliveredQueue undelivered = new UndeliveredQueue(Queues.EVENTS_UNDELIVERED, base, key);
    return new EventStream("events", base, key, logs, queues, undelivered, groups);
  }

  private Statement read() {
    return Statement.allow(
        "ReadStream",
        List.of(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards"),
        stream.arn());
  }

  /** Starts at the oldest record, so it misses no record from before the pipe existed. */
  private static PipeSourceParametersArgs source(UndeliveredQueue undelivered) {
    return PipeSourceParametersArgs.builder()
        .kinesisStreamParameters(
            PipeSourceParametersKinesisStreamParametersArgs.builder()
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH)
                .maximumRetryAttempts(RETRIES)
                .onPartialBatchItemFailure("AUTOMATIC_BISECT")
                .deadLetterConfig(
                    PipeSourceParametersKinesisStreamParametersDeadLetterConfigArgs.builder()
                        .arn(undelivered.arn())
                        .build())
                .build())
        .build();
  }

  /**
   * The product, or its digest, is the message group, so its events keep their order. The event id
   * removes duplicates.
   */
  private static PipeTargetParametersArgs target() {
    return PipeTargetParametersArgs.builder()
        .sqsQueueParameters(
            PipeTargetParametersSqsQueueParametersArgs.builder()
                .messageGroupId("$." + GROUP)
                .messageDeduplicationId("$.eventID")
                .build())
        .build();
  }

  private static PipeLogConfigurationArgs logging(LogGroup log) {
    return PipeLogConfigurationArgs.builder()
        .level("ERROR")
        .cloudwatchLogsLogDestination(
            PipeLogConfigurationCloudwatchLogsLogDestinationArgs.builder()
                .logGroupArn(log.arn())
                .build())
        .build();
  }

  /** The stream's ARN. */
  Output<String> arn() {
    return stream.arn();
  }

  /** The stream's name. */
  public Output<String> name() {
    return stream.name();
  }
}
