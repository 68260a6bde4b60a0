package inventory.reporting.http.webhooks;

import inventory.model.webhook.WebhookEndpoint;
import io.micronaut.serde.annotation.Serdeable;

/** An endpoint and its secret, which no later answer contains. */
@Serdeable
record SecretBody(String secret, WebhookBody webhook) {

  static SecretBody of(WebhookEndpoint endpoint) {
    return new SecretBody(endpoint.secret().text(), WebhookBody.of(endpoint));
  }
}
