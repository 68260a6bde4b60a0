package inventory.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.http.TestEndpoints;
import inventory.model.AlertRecord.Decision;
import inventory.model.webhook.EventBatchItem;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of the stores of webhooks. */
public abstract class WebhookStoresContract {

  protected static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String ID = "shop";
  private static final Instant LATER = NOW.plusSeconds(30);
  private static final Decision ANN = new Decision(NOW, "ann", "why");
  private static final Attempt ATTEMPT = new Attempt(NOW, Optional.of(500), "no");

  private final WebhookEvent first = TestEndpoints.low("mug", 1, NOW);
  private final WebhookEvent second = TestEndpoints.low("mug", 2, NOW.plusMillis(1));
  private final WebhookEvent third = TestEndpoints.low("cap", 1, NOW.plusMillis(2));

  /** The endpoints, none at first. */
  protected abstract Endpoints endpoints();

  /** Their deliveries. */
  protected abstract Deliveries deliveries();

  /** The events. */
  protected abstract EventFeed feed();

  /** The claims. */
  protected abstract Claims claims();

  /** Publishes events. */
  protected abstract void put(EventBatchItem batch);

  /** How many notifications about endpoints are in the outbox of operations. */
  protected abstract int notifications();

  @BeforeEach
  void createEndpoint() {
    endpoints().create(TestEndpoints.at(ID, "https://example.com/hook"));
  }

  @Test
  void deliveriesArePendingInTheOrderOfTheirEvents() {
    assertThat(deliveries().hasPending(ID)).isFalse();

    deliveries().add(ID, List.of(third, first), NOW);
    deliveries().add(ID, List.of(second), NOW);

    assertThat(deliveries().hasPending(ID)).isTrue();
    assertThat(deliveries().hasPending("other")).isFalse();
    assertThat(pending(Optional.empty(), 9)).containsExactly(first, second, third);
    assertThat(pending(Optional.empty(), 2)).containsExactly(first, second);
    assertThat(pending(Optional.of(first.id()), 9)).containsExactly(second, third);
  }

  @Test
  void anEventIsAddedOnceWhateverBecameOfItsDelivery() {
    WebhookDelivery delivery = WebhookDelivery.create(first, NOW);
    deliveries().add(ID, List.of(first, second), NOW);
    deliveries().save(ID, delivery.ended(State.DELIVERED, ATTEMPT), NOW);
    deliveries().save(ID, WebhookDelivery.create(second, NOW).ended(State.FAILED, ATTEMPT), NOW);

    deliveries().add(ID, List.of(first, second, third), LATER);

    assertThat(pending(Optional.empty(), 9)).containsExactly(third);
  }

  @Test
  void aRetriedDeliveryStaysPendingAsItWasSaved() {
    deliveries().add(ID, List.of(first), NOW);
    WebhookDelivery retried = WebhookDelivery.create(first, NOW).retried(ATTEMPT, LATER);

    deliveries().save(ID, retried, NOW);

    assertThat(deliveries().pending(ID, Optional.empty(), 9)).containsExactly(retried);
  }

  @Test
  void theOldestEventsComeFirst() {
    EventBatchItem old = new EventBatchItem(NOW, List.of(first));
    EventBatchItem fresh = new EventBatchItem(LATER, List.of(second, third));
    put(fresh);
    put(old);
    put(old);

    assertThat(feed().oldest(9)).containsExactly(old, fresh);
    assertThat(feed().oldest(1)).containsExactly(old);

    feed().remove(List.of(old));
    assertThat(feed().oldest(9)).containsExactly(fresh);
  }

  @Test
  void aClaimIsThatOfOneHolderUntilItEnds() {
    assertThat(claims().claim(ID, "one", NOW, LATER)).isTrue();
    assertThat(claims().claim(ID, "two", NOW.plusSeconds(29), LATER)).isFalse();
    assertThat(claims().claim("other", "two", NOW, LATER)).isTrue();
    assertThat(claims().claim(ID, "one", NOW.plusSeconds(29), LATER.plusSeconds(29))).isTrue();

    assertThat(claims().claim(ID, "two", NOW.plusSeconds(60), NOW.plusSeconds(90))).isTrue();
    claims().release(ID, "one");
    assertThat(claims().claim(ID, "three", NOW.plusSeconds(60), NOW.plusSeconds(90))).isFalse();
    claims().release(ID, "two");
    assertThat(claims().claim(ID, "three", NOW.plusSeconds(60), NOW.plusSeconds(90))).isTrue();
  }

  @Test
  void aPauseKeepsTheTimeOfTheFirstFailureUntilItEnds() {
    endpoints().pause(ID, NOW, LATER);
    endpoints().pause(ID, LATER, LATER.plusSeconds(60));

    assertThat(endpoint().failingSince()).contains(NOW);
    assertThat(endpoint().pausedUntil()).contains(LATER.plusSeconds(60));

    endpoints().resume(ID);
    assertThat(endpoint().failingSince()).isEmpty();
    assertThat(endpoint().pausedUntil()).isEmpty();
  }

  @Test
  void aDisabledEndpointIsReportedOnce() {
    endpoints().disable(ID, ANN);
    endpoints().disable(ID, new Decision(LATER, "", ""));

    assertThat(endpoint().enabled()).isFalse();
    assertThat(endpoint().changed()).isEqualTo(ANN);
    assertThat(notifications()).isEqualTo(1);
  }

  @Test
  void failedDeliveriesAreReportedOnceADay() {
    endpoints().reportFailures(ID, NOW);
    endpoints().reportFailures(ID, NOW.plus(Duration.ofHours(24)));
    assertThat(notifications()).isEqualTo(1);

    endpoints().reportFailures(ID, NOW.plus(Duration.ofHours(24)).plusSeconds(1));
    assertThat(notifications()).isEqualTo(2);
  }

  @Test
  void aReplacedSecretSignsForAWhile() {
    WebhookSecret secret = WebhookSecret.of(new byte[WebhookSecret.BYTES]);

    endpoints().rotate(ID, secret, LATER, ANN);

    assertThat(endpoint().secrets(NOW)).containsExactly(secret, TestEndpoints.SECRET);
    assertThat(endpoint().secrets(LATER)).containsExactly(secret);
  }

  @Test
  void nothingBringsADeletedEndpointBack() {
    endpoints().delete(ID);

    endpoints().pause(ID, NOW, LATER);
    endpoints().resume(ID);
    endpoints().rotate(ID, TestEndpoints.SECRET, LATER, ANN);
    endpoints().disable(ID, ANN);
    endpoints().reportFailures(ID, NOW);

    assertThat(endpoints().find(ID)).isEmpty();
    assertThat(endpoints().list()).isEmpty();
    assertThat(notifications()).isZero();
  }

  private WebhookEndpoint endpoint() {
    assertThat(endpoints().list()).containsExactly(endpoints().find(ID).orElseThrow());
    return endpoints().find(ID).orElseThrow();
  }

  private List<WebhookEvent> pending(Optional<String> after, int limit) {
    return deliveries().pending(ID, after, limit).stream().map(WebhookDelivery::event).toList();
  }
}
