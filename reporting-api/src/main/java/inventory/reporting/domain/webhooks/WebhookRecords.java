package inventory.reporting.domain.webhooks;

import inventory.model.audit.AuditEntry;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookSecret;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored endpoints and their deliveries, strongly consistent. A decision is on record with its
 * effect.
 */
public interface WebhookRecords {

  /** All endpoints. */
  List<WebhookEndpoint> list();

  /** An endpoint. */
  Optional<WebhookEndpoint> find(String id);

  /** Stores a new endpoint. */
  void create(WebhookEndpoint endpoint, AuditEntry entry);

  /** Deletes an endpoint; false if there is none. */
  boolean delete(String id, AuditEntry entry);

  /** Enables an endpoint; empty if there is none. */
  Optional<WebhookEndpoint> enable(String id, AuditEntry entry);

  /** Disables an endpoint, unless it is disabled; empty if there is none. */
  Optional<WebhookEndpoint> disable(String id, AuditEntry entry);

  /**
   * Replaces an endpoint's secret; empty if there is no such endpoint.
   *
   * @param until how long the secret that was valid before signs, too
   */
  Optional<WebhookEndpoint> rotate(
      String id, WebhookSecret secret, Instant until, AuditEntry entry);

  /** Ends an endpoint's pause after a failure. */
  void resume(String id);

  /**
   * A page of an endpoint's deliveries, the newest event first.
   *
   * @param state only those in this state
   * @param after the id of the event after which to begin
   */
  Page<WebhookDelivery, String> deliveries(
      String id, Optional<WebhookDelivery.State> state, int limit, Optional<String> after);

  /** A delivery by the id of its event, whatever its state. */
  Optional<WebhookDelivery> delivery(String id, String eventId);

  /** Stores a new delivery. */
  void add(String id, WebhookDelivery delivery, AuditEntry entry);

  /** Replaces a delivery that is in another state; false if it is not there any more. */
  boolean move(String id, WebhookDelivery before, WebhookDelivery after, AuditEntry entry);
}
