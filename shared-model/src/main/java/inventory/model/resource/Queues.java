package inventory.model.resource;

import java.time.Duration;
import java.util.List;

/** Every queue of the system. */
public final class Queues {

  /** S3's notifications of inventory files, for ingest-service (requirement I1). */
  public static final String INGEST = "inventory-ingest";

  /** Which items changed, for alert-service. */
  public static final String ALERT = "inventory-alert";

  /** How long a message that was received stays hidden, unless its consumer extends it. */
  public static final Duration VISIBILITY = Duration.ofSeconds(30);

  private static final int MAX_RECEIVE_COUNT = 5;
  // The longest that SQS allows, so that an outage over a holiday loses nothing.
  private static final Duration RETENTION = Duration.ofDays(14);

  /** All queues; each has a dead-letter queue (requirement O4). */
  public static final List<QueueDefinition> ALL = List.of(queue(INGEST), queue(ALERT));

  private Queues() {}

  private static QueueDefinition queue(String name) {
    return new QueueDefinition(name, VISIBILITY, MAX_RECEIVE_COUNT, RETENTION);
  }
}
