package inventory.model.resource;

import java.time.Duration;
import java.util.List;

/** Every queue of the system. */
public final class Queues {

  /** S3's notifications of inventory files, for ingest-service (requirement I1). */
  public static final String INGEST = "inventory-ingest";

  /** S3's notifications of restock thresholds, for threshold-service (requirement T1). */
  public static final String THRESHOLD = "inventory-threshold";

  /** Changed items, for alert-service. */
  public static final String ALERT = "inventory-alert";

  /** Finished files, for alert-service (requirement A5). */
  public static final String FILES = "inventory-files";

  /** Arrived files, in order, for validation-worker (requirement V1). */
  public static final String VALIDATION = "inventory-validation.fifo";

  /** The web shops' events, in order within a product, for ingest-service (requirement E1). */
  public static final String EVENTS = "inventory-events.fifo";

  /**
   * Records that the pipe could not deliver to {@link #EVENTS}, one message each. Only people
   * consume this queue, so it has no dead-letter queue.
   */
  public static final String EVENTS_UNDELIVERED = "inventory-events-undelivered";

  /** Validation runs that have ended, for alert-service (requirement V3). */
  public static final String RUNS = "inventory-runs";

  /** How long a received message stays hidden, unless its consumer extends it. */
  public static final Duration VISIBILITY = Duration.ofSeconds(30);

  /** How long a message is kept: the longest that SQS allows, as outages may outlast a holiday. */
  public static final Duration RETENTION = Duration.ofDays(14);

  /** After how many failed receives a message goes to its dead-letter queue. */
  public static final int MAX_RECEIVE_COUNT = 5;

  // The most that SQS allows. The validation looks several times at the message of a file that is
  // being processed, and itself moves unreadable messages to the DLQ.
  private static final int MAX_RECEIVE_COUNT_OF_VALIDATION = 1_000;

  /**
   * The messages of {@link #INGEST} about files that are too large for a function. Only a cloud
   * with functions has this queue.
   */
  public static final QueueDefinition LARGE = queue("inventory-large");

  /** The queues of every environment; each has a dead-letter queue (requirement O4). */
  public static final List<QueueDefinition> ALL =
      List.of(
          queue(INGEST),
          queue(THRESHOLD),
          queue(ALERT),
          queue(FILES),
          new QueueDefinition(VALIDATION, VISIBILITY, MAX_RECEIVE_COUNT_OF_VALIDATION, RETENTION),
          queue(RUNS),
          queue(EVENTS));

  private Queues() {}

  private static QueueDefinition queue(String name) {
    return new QueueDefinition(name, VISIBILITY, MAX_RECEIVE_COUNT, RETENTION);
  }
}
