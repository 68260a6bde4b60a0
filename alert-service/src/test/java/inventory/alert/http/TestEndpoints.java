package inventory.alert.http;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.NamePattern;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookEventType;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookSecret;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** Endpoints and events with valid defaults. */
public final class TestEndpoints {

  public static final WebhookSecret SECRET =
      WebhookSecret.of(
          "a key of 32 bytes for the tests.".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

  private TestEndpoints() {}

  public static WebhookEndpoint at(String id, String url) {
    return at(id, url, WebhookFormat.CLOUDEVENTS);
  }

  public static WebhookEndpoint at(String id, String url, WebhookFormat format) {
    return WebhookEndpoint.create(
        id,
        url,
        format,
        new Filter(EnumSet.allOf(WebhookEventType.class), NamePattern.ALL, NamePattern.ALL),
        "the shop",
        SECRET,
        new Decision(Instant.parse("2026-11-29T08:00:00Z"), "ann", ""));
  }

  /** Stock of an item in Berlin that is low. */
  public static WebhookEvent low(String itemId, long sequence, Instant at) {
    AlertId alert = new AlertId(itemId, Optional.of("Berlin"));
    return WebhookEvent.of(
        WebhookEventType.STOCK_LOW,
        at,
        WebhookEvent.subjectOf(alert),
        sequence,
        Optional.of(alert),
        Map.of(
            "warehouse",
            "Berlin",
            "itemId",
            itemId,
            "stockLevel",
            BigInteger.valueOf(9),
            "removed",
            false),
        "Low stock: <" + itemId + "> & more");
  }
}
