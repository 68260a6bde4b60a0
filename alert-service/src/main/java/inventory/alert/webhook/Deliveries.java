package inventory.alert.webhook;

import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored deliveries of endpoints. */
public interface Deliveries {

  /** Adds deliveries of events, except those that are there, whatever their state. */
  void add(String endpointId, Collection<WebhookEvent> events, Instant now);

  /** Whether any delivery is pending, strongly consistent. */
  boolean hasPending(String endpointId);

  /**
   * Pending deliveries in the order of their events' ids, strongly consistent.
   *
   * @param after the id of the event after which to begin; empty for the beginning
   * @param limit the largest number of them
   */
  List<WebhookDelivery> pending(String endpointId, Optional<String> after, int limit);

  /** Replaces a pending delivery, in one write, whatever state it has now. */
  void save(String endpointId, WebhookDelivery delivery, Instant now);
}
