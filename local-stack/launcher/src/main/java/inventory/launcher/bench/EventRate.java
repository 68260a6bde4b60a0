package inventory.launcher.bench;

import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import inventory.launcher.generate.event.EventPublisher;
import inventory.launcher.generate.event.Events;
import inventory.launcher.generate.event.KinesisEvents;
import inventory.model.StockKey;
import inventory.model.resource.Queues;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How many events are taken in in a second: from the first call that publishes until the levels
 * have all of them, the producer's time included. In a burst the queue fills, and each call of the
 * emulator's queue looks through what waits; what is sustained is measured at a steady rate.
 */
final class EventRate {

  private static final int PRODUCTS = 200;
  private static final Instant START = Instant.parse("2026-05-06T06:00:00Z");
  // Of what the store alone can take: more than is aimed at, so that it shows what is kept up with.
  private static final double OFFERED = 0.75;
  private static final long POLL_MILLIS = 500;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final AwsClients clients;
  private final String table;
  private final String queue;
  private final String stream;
  private final LevelCheck levels;
  private final List<Integer> threadCounts;
  private int runs;

  EventRate(
      AwsClients clients, ResourceNames names, LevelCheck levels, List<Integer> threadCounts) {
    this.clients = clients;
    this.table = names.table();
    this.queue = names.queue(Queues.EVENTS);
    this.stream = names.stream();
    this.levels = levels;
    this.threadCounts = threadCounts;
  }

  /**
   * What was measured.
   *
   * @param burst events that are published as fast as the stream takes them
   * @param sustained events that are published at a rate, from the first until the last is taken in
   * @param offered the rate at which they are published, in a second
   * @param ceiling the writes of the burst, and nothing else
   * @param threads the number of senders that was fastest
   */
  record Result(Speed burst, Speed sustained, long offered, Speed ceiling, int threads) {

    /** What is sustained as a part of the ceiling. */
    double partOfCeiling() {
      return sustained.rowsPerSecond() / ceiling.rowsPerSecond();
    }
  }

  /** How fast the store takes what was written, and with how many senders. */
  private record Ceiling(Speed speed, int threads) {}

  /**
   * Measures.
   *
   * @param events how many, in the burst and at the rate each
   * @throws LaunchException if any level is wrong afterwards
   */
  Result measure(int events) throws InterruptedException, IOException {
    Load burst = load(events, Pace.unlimited());
    Ceiling ceiling = ceiling(burst);
    long offered = Math.round(OFFERED * ceiling.speed().rowsPerSecond());
    Load sustained = load(events, Pace.parse(offered + "/s"));
    return new Result(
        burst.speed(), sustained.speed(), offered, ceiling.speed(), ceiling.threads());
  }

  /** What was taken in, and how fast. */
  private record Load(Speed speed, Map<StockKey, Long> units) {}

  private Load load(int events, Pace rate) throws InterruptedException, IOException {
    runs++;
    // All products alike: of one that is far ahead, order lets a producer send one a request.
    Recipe recipe = new Recipe(runs, START, List.of("events-" + runs), PRODUCTS, 0, 0, 0, 0);
    long begin = System.nanoTime();
    Map<StockKey, Long> expected;
    try (EventPublisher publisher =
        new EventPublisher(new KinesisEvents(clients.kinesis().orElseThrow(), stream))) {
      expected = units(new Events(recipe, events).publish(publisher, rate, () -> {}));
    }
    awaitRecorded(expected, events, begin);
    Speed speed = new Speed(events, System.nanoTime() - begin);
    levels.check(expected);
    return new Load(speed, expected);
  }

  private static Map<StockKey, Long> units(Totals totals) {
    Map<StockKey, Long> units = new HashMap<>();
    totals
        .levels()
        .forEach(
            level ->
                units.put(
                    new StockKey(level.warehouse(), level.itemId()),
                    level.stockLevel().longValueExact()));
    return units;
  }

  private void awaitRecorded(Map<StockKey, Long> expected, long events, long begin)
      throws InterruptedException {
    // The levels are asked only when nothing waits, as the answer takes its part of the store.
    while (!isQueueEmpty() || levels.revisions(expected.keySet()) < events) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new LaunchException("the events are not taken in after " + LONGEST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean isQueueEmpty() {
    String url = clients.sqs().getQueueUrl(request -> request.queueName(queue)).queueUrl();
    return clients
        .sqs()
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .allMatch("0"::equals);
  }

  private Ceiling ceiling(Load load) throws InterruptedException {
    long events = load.speed().rows();
    Map<StockKey, List<Map<String, AttributeValue>>> movements =
        EventCeiling.read(clients.dynamoDb(), table, load.units().keySet());
    Ceiling best = new Ceiling(new Speed(events, Long.MAX_VALUE), 0);
    for (int threads : threadCounts) {
      String empty = "event-ceiling-" + runs + "-" + threads;
      new Provisioner(clients).provisionTable(empty);
      long nanos = new EventCeiling(clients.dynamoDb(), empty).send(movements, threads);
      clients.dynamoDb().deleteTable(request -> request.tableName(empty));
      if (nanos < best.speed().nanos()) {
        best = new Ceiling(new Speed(events, nanos), threads);
      }
    }
    return best;
  }
}
