package inventory.pipe;

import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.model.resource.Variables;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The program. It may be killed at any time: the next start continues at the checkpoints. */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private static final String CHECKPOINTS = "INVENTORY_PIPE_CHECKPOINT";

  private static final Retries RETRIES =
      new Retries(Duration.ofMillis(100), Duration.ofSeconds(10));

  /** Kinesis answers five reads a second for each shard. */
  private static final ShardLoop.Pace PACE =
      new ShardLoop.Pace(Duration.ofMillis(200), Duration.ofSeconds(1));

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  // Each shard has one thread with one call at a time.
  private static final int CONNECTIONS = 200;

  private Application() {}

  /**
   * Runs until the process is killed. Prints one line {@code ready
   * {"stream":"arn:…","queue":"http://…"}} when the stream and the queues have answered. Exits with
   * 1 if {@code INVENTORY_PIPE_CHECKPOINT} is not set or a checkpoint cannot be read or saved.
   */
  public static void main(String[] args) throws InterruptedException {
    try (KinesisClient kinesis =
            configure(KinesisClient.builder()).httpClientBuilder(http()).build();
        SqsClient sqs = configure(SqsClient.builder()).httpClientBuilder(http()).build()) {
      pipe(System.getenv(), kinesis, sqs).run();
    } catch (IllegalStateException | UncheckedIOException e) {
      LOG.error("The pipe stops; its next start continues at the checkpoints", e);
      System.exit(1);
    }
  }

  private static Pipe pipe(Map<String, String> environment, KinesisClient kinesis, SqsClient sqs)
      throws InterruptedException {
    String checkpoints = environment.getOrDefault(CHECKPOINTS, "");
    if (checkpoints.isBlank()) {
      throw new IllegalStateException(CHECKPOINTS + " is not set: set it to a folder");
    }
    String name = environment.getOrDefault(Variables.STREAM, Streams.EVENTS);
    StreamDescriptionSummary stream =
        RETRIES.call(
            () ->
                kinesis.describeStreamSummary(r -> r.streamName(name)).streamDescriptionSummary());
    SqsQueue queue =
        new SqsQueue(
            sqs,
            url(environment, sqs, Queues.EVENTS),
            url(environment, sqs, Queues.EVENTS_UNDELIVERED));
    System.out.printf(
        "ready {\"stream\":\"%s\",\"queue\":\"%s\"}%n", stream.streamARN(), queue.url());
    MessageForm form = new MessageForm(stream.streamARN());
    Delivery delivery = new Delivery(form, queue, RETRIES, InstantSource.system());
    return new Pipe(kinesis, stream, delivery, Path.of(checkpoints), RETRIES, PACE);
  }

  private static String url(Map<String, String> environment, SqsClient sqs, String queue)
      throws InterruptedException {
    String name = environment.getOrDefault(Variables.queue(queue), queue);
    return RETRIES.call(() -> sqs.getQueueUrl(r -> r.queueName(name)).queueUrl());
  }

  /** The SDK does not retry: the pipe does, and logs each failure. */
  private static <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
    return builder.overrideConfiguration(
        o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(CALL_TIMEOUT));
  }

  private static ApacheHttpClient.Builder http() {
    return ApacheHttpClient.builder().maxConnections(CONNECTIONS);
  }
}
