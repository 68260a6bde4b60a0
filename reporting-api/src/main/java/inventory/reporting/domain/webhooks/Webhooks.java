package inventory.reporting.domain.webhooks;

import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookEventType;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookSecret;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Manages webhook endpoints. alert-service sends to them; what is changed here takes effect with
 * the next attempt.
 */
public final class Webhooks {

  private final WebhookRecords records;
  private final RandomGenerator random;

  /**
   * Creates the use case.
   *
   * @param random makes ids and secrets, so nobody may be able to predict it
   */
  public Webhooks(WebhookRecords records, RandomGenerator random) {
    this.records = records;
    this.random = random;
  }

  /** All endpoints, the oldest first. */
  public List<WebhookEndpoint> list() {
    return records.list().stream()
        .sorted(Comparator.comparing(endpoint -> endpoint.created().at()))
        .toList();
  }

  /**
   * An endpoint.
   *
   * @throws NoSuchRecordException if there is none
   */
  public WebhookEndpoint find(String id) {
    return known(records.find(id), id);
  }

  /**
   * Adds an endpoint. Two requests at the same time may exceed the limit by one.
   *
   * @throws WebhookRefusedException if there are as many as there may be
   */
  public WebhookEndpoint create(
      String url, WebhookFormat format, Filter filter, String description, Decision decision) {
    if (records.list().size() >= WebhookEndpoint.MAX) {
      throw WebhookRefusedException.full();
    }
    String id = HexFormat.of().toHexDigits(random.nextLong());
    WebhookEndpoint endpoint =
        WebhookEndpoint.create(id, url, format, filter, description, secret(), decision);
    records.create(endpoint, AuditEntry.on(id, AuditAction.ADD_WEBHOOK, decision, description));
    return endpoint;
  }

  private WebhookSecret secret() {
    byte[] bytes = new byte[WebhookSecret.BYTES];
    random.nextBytes(bytes);
    return WebhookSecret.of(bytes);
  }

  /**
   * Deletes an endpoint. Its deliveries expire.
   *
   * @throws NoSuchRecordException if there is none
   */
  public void delete(String id, Decision decision) {
    if (!records.delete(id, AuditEntry.on(id, AuditAction.DELETE_WEBHOOK, decision, ""))) {
      throw missing(id);
    }
  }

  /**
   * Enables or disables an endpoint. Idempotent.
   *
   * @throws NoSuchRecordException if there is none
   */
  public WebhookEndpoint setEnabled(String id, boolean enabled, Decision decision) {
    AuditAction action = enabled ? AuditAction.ENABLE_WEBHOOK : AuditAction.DISABLE_WEBHOOK;
    AuditEntry entry = AuditEntry.on(id, action, decision, "");
    return known(enabled ? records.enable(id, entry) : records.disable(id, entry), id);
  }

  /**
   * Replaces an endpoint's secret. For a day both sign.
   *
   * @throws NoSuchRecordException if there is no such endpoint
   */
  public WebhookEndpoint rotate(String id, Decision decision) {
    return known(
        records.rotate(
            id,
            secret(),
            decision.at().plus(WebhookEndpoint.SECRET_OVERLAP),
            AuditEntry.on(id, AuditAction.ROTATE_WEBHOOK_SECRET, decision, "")),
        id);
  }

  /**
   * Sends a test to an endpoint.
   *
   * @throws NoSuchRecordException if there is none
   * @throws WebhookRefusedException if it is disabled
   */
  public WebhookDelivery test(String id, Decision decision) {
    requireEnabled(id);
    WebhookEvent event =
        WebhookEvent.of(
            WebhookEventType.TEST,
            decision.at(),
            "webhooks/" + id,
            decision.at().toEpochMilli(),
            Optional.empty(),
            Map.of("endpoint", id),
            "This is a test of the webhook endpoint " + id + ".");
    WebhookDelivery delivery = WebhookDelivery.create(event, decision.at());
    records.add(id, delivery, AuditEntry.on(id, AuditAction.TEST_WEBHOOK, decision, ""));
    records.resume(id);
    return delivery;
  }

  private void requireEnabled(String id) {
    if (!find(id).enabled()) {
      throw WebhookRefusedException.disabled(id);
    }
  }

  /**
   * A page of an endpoint's deliveries, the newest event first.
   *
   * @throws NoSuchRecordException if there is no such endpoint
   */
  public Page<WebhookDelivery, String> deliveries(
      String id, Optional<State> state, int limit, Optional<String> after) {
    find(id);
    return records.deliveries(id, state, limit, after);
  }

  /**
   * Sends an event again, which has been delivered or has failed.
   *
   * @throws NoSuchRecordException if there is no such endpoint or delivery
   * @throws WebhookRefusedException if the endpoint is disabled, or the delivery is pending
   */
  public WebhookDelivery redrive(String id, String eventId, Decision decision) {
    requireEnabled(id);
    WebhookDelivery before =
        records
            .delivery(id, eventId)
            .orElseThrow(() -> new NoSuchRecordException("delivery", eventId));
    WebhookDelivery after = before.redrive(decision);
    AuditEntry entry =
        AuditEntry.on(eventId, AuditAction.REDRIVE_DELIVERY, decision, "to the endpoint " + id);
    if (before.state() == State.PENDING || !records.move(id, before, after, entry)) {
      throw WebhookRefusedException.pending(eventId);
    }
    records.resume(id);
    return after;
  }

  private static WebhookEndpoint known(Optional<WebhookEndpoint> endpoint, String id) {
    return endpoint.orElseThrow(() -> missing(id));
  }

  private static NoSuchRecordException missing(String id) {
    return new NoSuchRecordException("webhook endpoint", id);
  }
}
