package inventory.launcher.generate;

import inventory.stack.LaunchException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Publishes events to a Kinesis stream: several keys at once, the events of one key one after the
 * other. The SDK repeats a request whose answer was lost, so an event may be published twice.
 */
public final class KinesisEvents implements EventTarget {

  private static final int LANES = 16;
  private static final int MAX_WAITING = 2_000;
  // About half a minute, longer than Kinesis throttles a shard.
  private static final int MAX_ATTEMPTS = 18;
  private static final BackoffStrategy STANDARD =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(5));
  private static final int SERVER_FAULT = 500;

  private final KinesisClient kinesis;
  private final String stream;
  private final BackoffStrategy backoff;
  private final List<ExecutorService> lanes =
      Stream.generate(Executors::newSingleThreadExecutor).limit(LANES).toList();
  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /** Publishes to the stream with this name. */
  public KinesisEvents(KinesisClient kinesis, String stream) {
    this(kinesis, stream, STANDARD);
  }

  KinesisEvents(KinesisClient kinesis, String stream, BackoffStrategy backoff) {
    this.kinesis = kinesis;
    this.stream = stream;
    this.backoff = backoff;
  }

  @Override
  public void publish(String key, String event) throws InterruptedException {
    waiting.add(lanes.get(Math.floorMod(key.hashCode(), LANES)).submit(() -> putAgain(key, event)));
    if (waiting.size() > MAX_WAITING) {
      await(waiting.remove());
    }
  }

  private Void putAgain(String key, String event) throws InterruptedException {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        kinesis.putRecord(
            r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(event)));
        return null;
      } catch (AwsServiceException e) {
        if (!e.isThrottlingException() && e.statusCode() < SERVER_FAULT) {
          throw e;
        }
        Thread.sleep(backoff.computeDelay(attempt).toMillis());
      }
    }
    throw new LaunchException("the stream rejected an event %d times".formatted(MAX_ATTEMPTS));
  }

  private static void await(Future<?> event) throws InterruptedException {
    try {
      event.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }

  @Override
  public void flush() throws InterruptedException {
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  @Override
  public void close() {
    lanes.forEach(ExecutorService::shutdownNow);
  }
}
