package inventory.launcher.bench;

import inventory.launcher.verify.ReportingClient;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * How long an event takes to be seen: from the call that publishes it to the answer of the REST API
 * that has its level, while events of other products come at a steady rate.
 */
final class EventLatency {

  private static final int PRODUCTS = 200;
  private static final Instant BEGIN = Instant.parse("2026-05-07T06:00:00Z");
  private static final long POLL_MILLIS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final KinesisClient kinesis;
  private final String stream;
  private final ReportingClient reports;
  private final AtomicInteger events = new AtomicInteger();
  private int samples;

  EventLatency(AwsClients clients, String stream, ReportingClient reports) {
    this.kinesis = clients.kinesis().orElseThrow();
    this.stream = stream;
    this.reports = reports;
  }

  /**
   * Measures, one event after the other.
   *
   * @param perSecond how many others are published in a second
   * @throws LaunchException if one is not seen, or others could not be published
   */
  Latency.Result measure(int count, int perSecond) throws InterruptedException {
    ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
    try {
      Future<?> publishing =
          others.scheduleAtFixedRate(
              () -> publish("other-" + events.get() % PRODUCTS, 1),
              0,
              NANOS_PER_SECOND / perSecond,
              TimeUnit.NANOSECONDS);
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        nanos.add(one());
        requireUnderWay(publishing);
      }
      return Latency.Result.of(nanos);
    } finally {
      others.shutdownNow();
    }
  }

  private static void requireUnderWay(Future<?> publishing) throws InterruptedException {
    if (publishing.isDone()) {
      try {
        publishing.get();
      } catch (ExecutionException e) {
        throw new LaunchException("events could not be published: " + e.getMessage(), e);
      }
    }
  }

  private long one() throws InterruptedException {
    samples++;
    String product = "sample-" + samples;
    long begin = System.nanoTime();
    publish(product, samples);
    BigInteger wanted = BigInteger.valueOf(samples);
    while (!reports.item(product).filter(i -> i.total().equals(wanted)).isPresent()) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new LaunchException("the level of an event is not right after " + LONGEST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return System.nanoTime() - begin;
  }

  private void publish(String product, int units) {
    String event =
        """
        {"event_type": "quantity_changed", "event_id": "%d", "warehouse": "event latency",
         "product": {"product_id": "%s", "quantity_change": %d, "timestamp": "%s"}}
        """
            .formatted(events.incrementAndGet(), product, units, BEGIN.plusMillis(events.get()));
    PutRecordsRequestEntry record =
        PutRecordsRequestEntry.builder()
            .partitionKey(product)
            .data(SdkBytes.fromUtf8String(event))
            .build();
    kinesis.putRecords(request -> request.streamName(stream).records(record));
  }
}
