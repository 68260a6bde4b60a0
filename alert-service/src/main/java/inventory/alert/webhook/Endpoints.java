package inventory.alert.webhook;

import inventory.model.AlertRecord.Decision;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored endpoints. */
public interface Endpoints {

  /** All endpoints, strongly consistent. */
  List<WebhookEndpoint> list();

  /** An endpoint, strongly consistent. */
  Optional<WebhookEndpoint> find(String id);

  /** Stores a new endpoint. */
  void create(WebhookEndpoint endpoint);

  /** Deletes an endpoint. */
  void delete(String id);

  /**
   * Replaces the secret of an endpoint that exists.
   *
   * @param until how long the secret that was valid before signs, too
   */
  void rotate(String id, WebhookSecret secret, Instant until, Decision decision);

  /** Pauses an endpoint that exists after a failed attempt. */
  void pause(String id, Instant at, Instant until);

  /** Ends the pause of an endpoint that exists, since it answered. */
  void resume(String id);

  /** Disables an endpoint and notifies operations; does nothing if it is disabled. */
  void disable(String id, Decision decision);

  /**
   * Notifies operations of failed deliveries, at most once a day for each endpoint.
   *
   * @param at the current time
   */
  void reportFailures(String id, Instant at);
}
