package inventory.launcher.generate;

import inventory.model.Backoff;
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
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Publishes events to a Kinesis stream: several keys at once, the events of one key one after the
 * other. The SDK repeats a request whose answer was lost, so an event may be published twice.
 */
public final class KinesisEvents implements EventTarget {

  private static final int LANES = 16;
  private static final int MAX_WAITING = 2_000;
  // About half a minute, longer than Kinesis throttles a shard.
  private static final Backoff STANDARD =
      new Backoff(18, Duration.ofMillis(50), Duration.ofSeconds(5));
  private static final int SERVER_FAULT = 500;

  private final KinesisClient kinesis;
  private final String stream;
  private final Backoff backoff;
  private final List<ExecutorService> lanes =
      Stream.generate(Executors::newSingleThreadExecutor).limit(LANES).toList();
  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /** Publishes to the stream with this name. */
  public KinesisEvents(KinesisClient kinesis, String stream) {
    this(kinesis, stream, STANDARD);
  }

  KinesisEvents(KinesisClient kinesis, String stream, Backoff backoff) {
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

  private void putAgain(String key, String event) {
    for (int failures = 1; ; failures++) {
      try {
        kinesis.putRecord(
            r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(event)));
        return;
      } catch (AwsServiceException e) {
        if (!e.isThrottlingException() && e.statusCode() < SERVER_FAULT) {
          throw e;
        }
        if (backoff.isExhausted(failures)) {
          throw new LaunchException("the stream rejected an event %d times".formatted(failures), e);
        }
        backoff.await(failures, "publishing an event", e);
      }
    }
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
