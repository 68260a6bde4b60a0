package inventory.alert.notification;

import inventory.model.webhook.WebhookEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Composes notifications about webhook endpoints that do not work. */
public final class EndpointNotifications {

  private static final int MAX_TEXT = 300;
  private static final int FACT_WIDTH = 10;

  /**
   * Composes the notification about an endpoint as it is now.
   *
   * @param id its identifier
   * @param endpoint its record; empty if somebody deleted it
   */
  public Notification compose(String id, Optional<WebhookEndpoint> endpoint) {
    // A path or a query may contain a secret.
    String host = endpoint.map(known -> URI.create(known.url()).getHost()).orElse(id);
    String subject = "Webhook endpoint " + state(endpoint) + ": " + PrintableText.cut(host, 100);
    List<List<String>> facts =
        List.of(
            List.of("Endpoint", id),
            List.of("Host", host),
            List.of(
                "About",
                PrintableText.cut(endpoint.map(WebhookEndpoint::description).orElse(""), MAX_TEXT)),
            List.of("What", what(endpoint)),
            List.of(
                "To do",
                "GET /v1/webhooks/" + id + "/deliveries lists what was not delivered, and why."));
    return new Notification(
        Audience.OPERATIONS,
        subject,
        TextTable.facts(facts, FACT_WIDTH),
        Html.facts(facts),
        PrintableText.cut(subject, Notification.MAX_SHORT_TEXT / 2),
        Optional.empty());
  }

  private static String state(Optional<WebhookEndpoint> endpoint) {
    if (endpoint.isEmpty()) {
      return "deleted";
    }
    return endpoint.get().enabled() ? "failing" : "disabled";
  }

  private static String what(Optional<WebhookEndpoint> endpoint) {
    if (endpoint.isEmpty()) {
      return "Deliveries to it had failed before it was deleted.";
    }
    WebhookEndpoint known = endpoint.get();
    return known.enabled()
        ? "Deliveries to it failed for 24 hours and were given up."
        : PrintableText.cut(known.changed().note(), MAX_TEXT)
            + " It gets no events until it is enabled.";
  }
}
