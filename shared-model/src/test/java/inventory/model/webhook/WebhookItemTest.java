package inventory.model.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.NamePattern;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint.Filter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookItemTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.123456789Z");
  private static final WebhookSecret SECRET = WebhookSecret.of(new byte[WebhookSecret.BYTES]);
  private static final WebhookEvent EVENT =
      event(WebhookEventType.STOCK_LOW, Optional.of(new AlertId("a/1", Optional.of("Bad Ems"))));

  private static WebhookEvent event(WebhookEventType type, Optional<AlertId> alert) {
    return WebhookEvent.of(
        type,
        NOW,
        alert.map(WebhookEvent::subjectOf).orElse("files/f"),
        5,
        alert,
        data(alert),
        "a text");
  }

  private static Map<String, Object> data(Optional<AlertId> alert) {
    Map<String, Object> data = new HashMap<>();
    alert.map(AlertId::itemId).ifPresent(itemId -> data.put("itemId", itemId));
    alert.flatMap(AlertId::warehouse).ifPresent(name -> data.put("warehouse", name));
    data.put("level", new BigInteger("-123456789012345678901234567890"));
    data.put("removed", true);
    data.put("findings", Map.of("level", BigInteger.TWO));
    return data;
  }

  @Test
  void anEventHasASortableIdWithoutDots() {
    assertThat(EVENT.id()).matches("20261129T100000123456789Z-[0-9a-f]{16}");
    assertThat(EVENT.subject()).isEqualTo("warehouses/Bad%20Ems/items/a%2F1");
  }

  @Test
  void aDeliveryIsReadAsItWasWritten() {
    WebhookDelivery created = WebhookDelivery.create(EVENT, NOW);
    WebhookDelivery ended =
        created
            .retried(new Attempt(NOW, Optional.empty(), "no answer"), NOW.plusSeconds(5))
            .redrive(new Decision(NOW, "ann", "again"))
            .ended(State.DELIVERED, new Attempt(NOW, Optional.of(200), ""));

    for (WebhookDelivery delivery : List.of(created, ended)) {
      assertThat(DeliveryItem.of(DeliveryItem.toItem("e", delivery, NOW))).isEqualTo(delivery);
    }
    assertThat(ended.attempts()).isEqualTo(2);
  }

  @Test
  void aBatchIsReadAsItWasWritten() {
    EventBatchItem batch =
        new EventBatchItem(
            NOW, List.of(EVENT, event(WebhookEventType.FILE_FINISHED, Optional.empty())));

    assertThat(EventBatchItem.of(batch.toItem())).isEqualTo(batch);
  }

  @Test
  void anEndpointIsReadAsItWasWritten() {
    WebhookEndpoint endpoint = endpoint("*", "*");

    assertThat(WebhookItem.of(WebhookItem.toItem(endpoint))).isEqualTo(endpoint);
    assertThat(endpoint.toString()).doesNotContain(SECRET.text());
  }

  @Test
  void patternsChooseEventsAboutStock() {
    assertThat(accepts("Bad*", "a*", EVENT)).isTrue();
    assertThat(accepts("Berlin", "a*", EVENT)).isFalse();
    assertThat(accepts("*", "b*", EVENT)).isFalse();
    WebhookEvent total = event(WebhookEventType.STOCK_LOW, Optional.of(AlertId.ofTotal("a/1")));
    assertThat(accepts("*", "a*", total)).isTrue();
    assertThat(accepts("Bad*", "a*", total)).isFalse();
    WebhookEvent file = event(WebhookEventType.FILE_FINISHED, Optional.empty());
    assertThat(accepts("Berlin", "b*", file)).isTrue();
    assertThat(accepts("*", "*", event(WebhookEventType.STOCK_OUT, Optional.empty()))).isFalse();
  }

  @Test
  void aDeliveryIsOverdueAfterADay() {
    WebhookDelivery delivery = WebhookDelivery.create(EVENT, NOW);
    assertThat(delivery.isOverdue(NOW.plus(Duration.ofHours(24)).minusNanos(1))).isFalse();
    assertThat(delivery.isOverdue(NOW.plus(Duration.ofHours(24)))).isTrue();
  }

  @Test
  void aSecretHas24To64BytesInBase64() {
    for (int bytes : List.of(24, 32, 64)) {
      assertThat(WebhookSecret.problemWith(WebhookSecret.of(new byte[bytes]).text())).isEmpty();
    }
    for (String bad :
        List.of(
            "",
            "whsec_",
            "whsec_%%%",
            "x" + SECRET.text(),
            SECRET.text().substring(1),
            WebhookSecret.of(new byte[23]).text(),
            WebhookSecret.of(new byte[65]).text())) {
      assertThat(WebhookSecret.problemWith(bad)).isPresent();
    }
  }

  private static boolean accepts(String warehouses, String items, WebhookEvent event) {
    return endpoint(warehouses, items).filter().accepts(event);
  }

  private static WebhookEndpoint endpoint(String warehouses, String items) {
    return WebhookEndpoint.create(
        "e",
        "https://hooks.example.com/a",
        WebhookFormat.SLACK,
        new Filter(
            Set.of(WebhookEventType.STOCK_LOW, WebhookEventType.FILE_FINISHED),
            new NamePattern(warehouses),
            new NamePattern(items)),
        "",
        SECRET,
        new Decision(NOW, "ann", ""));
  }
}
