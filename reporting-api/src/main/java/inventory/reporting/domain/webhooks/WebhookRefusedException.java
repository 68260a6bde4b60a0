package inventory.reporting.domain.webhooks;

import inventory.model.webhook.WebhookEndpoint;
import inventory.reporting.domain.RefusedException;

/** The state of the endpoints does not allow what an operator asks for. */
public final class WebhookRefusedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private WebhookRefusedException(String message) {
    super(Reason.CONFLICT, message);
  }

  static WebhookRefusedException full() {
    return new WebhookRefusedException(
        "There are " + WebhookEndpoint.MAX + " webhook endpoints. Delete one first.");
  }

  static WebhookRefusedException disabled(String id) {
    return new WebhookRefusedException(
        "The webhook endpoint \"" + id + "\" is disabled. Enable it first.");
  }

  static WebhookRefusedException pending(String eventId) {
    return new WebhookRefusedException(
        "The delivery \"" + eventId + "\" is pending. It will be sent without this.");
  }
}
