package inventory.pipe;

import inventory.pipe.domain.Backoff;
import inventory.pipe.domain.Checkpoint;
import inventory.pipe.domain.Delivery;
import inventory.pipe.domain.MessageForm;
import inventory.pipe.domain.Pipe;
import inventory.pipe.domain.Retries;
import inventory.pipe.domain.StopSignal;
import inventory.pipe.domain.StreamId;
import inventory.pipe.domain.UndeliveredNotice;
import inventory.pipe.file.CheckpointFile;
import inventory.pipe.kinesis.KinesisSource;
import inventory.pipe.sqs.SqsTarget;
import inventory.pipe.sqs.SqsUndeliverable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the program is made of. */
final class Wiring implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Kinesis answers five reads of a shard a second, all readers together. */
  private static final Pipe.Pace PACE =
      new Pipe.Pace(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1));

  /** Who does not answer within this is taken for unavailable. */
  private static final Duration CALL = Duration.ofSeconds(20);

  // Each shard has one thread, which has one call under way.
  private static final int CONNECTIONS = 200;

  private final Settings settings;
  private final StopSignal stop = new StopSignal();
  private final KinesisClient kinesis;
  private final SqsClient sqs;

  Wiring(Settings settings) {
    this.settings = settings;
    this.kinesis = configure(KinesisClient.builder()).httpClientBuilder(http()).build();
    this.sqs = configure(SqsClient.builder()).httpClientBuilder(http()).build();
  }

  /** Retries are the pipe's own: they are said, bounded, and end when the pipe is to end. */
  private static <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
    return builder.overrideConfiguration(
        o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(CALL));
  }

  private static ApacheHttpClient.Builder http() {
    return ApacheHttpClient.builder().maxConnections(CONNECTIONS);
  }

  /**
   * Works until {@link #stop}.
   *
   * @param ready is told in a line when the stream and the queue have answered
   */
  void run(Consumer<String> ready) throws InterruptedException {
    Retries retries =
        new Retries(new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom()), stop);
    KinesisSource source = new KinesisSource(kinesis, settings.stream());
    SqsTarget target = new SqsTarget(sqs, settings.queue());
    Optional<StreamId> stream = retries.untilDone(source::id);
    Optional<String> queue = stream.flatMap(id -> retries.untilDone(target::url));
    if (queue.isEmpty()) {
      return;
    }
    Pipe pipe = pipe(source, target, stream.get(), retries);
    ready.accept(
        "ready {\"stream\":\"%s\",\"queue\":\"%s\"}".formatted(stream.get().arn(), queue.get()));
    pipe.run();
  }

  private Pipe pipe(KinesisSource source, SqsTarget target, StreamId stream, Retries retries) {
    Delivery delivery =
        new Delivery(
            new MessageForm(stream),
            target,
            new SqsUndeliverable(sqs, settings.undelivered()),
            new UndeliveredNotice(stream, InstantSource.system()),
            retries);
    Checkpoint checkpoint = Checkpoint.of(new CheckpointFile(settings.checkpoint()), stream);
    return new Pipe(source, delivery, checkpoint, retries, stop, PACE);
  }

  /** Has {@link #run} return once all shards have come to rest. */
  void stop() {
    stop.give();
  }

  @Override
  public void close() {
    kinesis.close();
    sqs.close();
  }
}
