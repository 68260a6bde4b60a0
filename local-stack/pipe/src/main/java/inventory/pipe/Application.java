package inventory.pipe;

import inventory.model.Backoff;
import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.model.resource.Variables;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The program. It may be killed at any time: the next start continues at the checkpoints. */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);
  private static final String CHECKPOINTS = "INVENTORY_PIPE_CHECKPOINT";
  private static final Retries RETRIES =
      new Retries(new Backoff(Integer.MAX_VALUE, Duration.ofMillis(100), Duration.ofSeconds(10)));

  /** Kinesis answers five reads a second for each shard. */
  private static final Duration POLL = Duration.ofMillis(200);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
  // Each shard has one thread with one call at a time.
  private static final int CONNECTIONS = 200;

  private Application() {}

  /**
   * Runs until the process is killed. Prints one line {@code ready} with the stream and the queue
   * when these have answered. Exits with 1 if {@code INVENTORY_PIPE_CHECKPOINT} is not set or a
   * checkpoint cannot be read or saved.
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
    String queue = url(environment, sqs, Queues.EVENTS);
    String undelivered = url(environment, sqs, Queues.EVENTS_UNDELIVERED);
    System.out.println("ready: " + stream.streamARN() + " to " + queue);
    MessageForm form = new MessageForm(stream.streamARN());
    Delivery.Queues queues = queues(sqs, queue, undelivered);
    Delivery delivery = new Delivery(form, queues, RETRIES, InstantSource.system());
    return new Pipe(kinesis, stream, delivery, Path.of(checkpoints), RETRIES, POLL);
  }

  private static String url(Map<String, String> environment, SqsClient sqs, String queue)
      throws InterruptedException {
    String name = environment.getOrDefault(Variables.queue(queue), queue);
    return RETRIES.call(() -> sqs.getQueueUrl(r -> r.queueName(name)).queueUrl());
  }

  /** The queues of SQS with these URLs: the FIFO queue, and the standard queue for notices. */
  static Delivery.Queues queues(SqsClient sqs, String queue, String undelivered) {
    return new Delivery.Queues() {

      @Override
      public List<BatchResultErrorEntry> send(List<SendMessageBatchRequestEntry> batch) {
        return sqs.sendMessageBatch(r -> r.queueUrl(queue).entries(batch)).failed();
      }

      @Override
      public void sendNotice(String notice) {
        sqs.sendMessage(r -> r.queueUrl(undelivered).messageBody(notice));
      }
    };
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
