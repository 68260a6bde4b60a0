package inventory.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.http.TestEndpoints;
import inventory.model.Backoff;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.testkit.Fuse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The endpoint never answers, and its only delivery is a day old. */
class DeliveryDispatcherTest {

  private static final String ID = "shop";

  private final Fuse fuse = new Fuse();
  private final InMemoryWebhooks store = new InMemoryWebhooks((id, at) -> this.notifications++);
  private int notifications;
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aDeliveryThatIsGivenUpIsReportedWhereverTheProcessDies() {
    int moment = 0;
    boolean died = true;
    while (died) {
      moment++;
      DeliveryDispatcherTest mortal = new DeliveryDispatcherTest();
      died = mortal.diesAt(moment);
      mortal.now = mortal.now.plus(Duration.ofHours(2));
      mortal.dispatch();

      assertThat(mortal.store.deliveries(ID))
          .as("moment %s", moment)
          .extracting(WebhookDelivery::state)
          .containsExactly(State.FAILED);
      assertThat(mortal.notifications).as("moment %s", moment).isEqualTo(1);
    }
    assertThat(moment).isGreaterThan(10);
  }

  private boolean diesAt(int moment) {
    store.create(TestEndpoints.at(ID, "https://example.com/"));
    store.add(ID, List.of(TestEndpoints.low("mug", 1, now)), now);
    now = now.plus(WebhookDelivery.PATIENCE);
    fuse.crashAt(moment);
    try {
      dispatch();
      return false;
    } catch (Fuse.Crash e) {
      return true;
    } finally {
      fuse.reset();
    }
  }

  private void dispatch() {
    new DeliveryDispatcher(
            fuse.around(Endpoints.class, store),
            fuse.around(Deliveries.class, store),
            (endpoint, event, at) -> new Sender.Response(500, "", Optional.empty()),
            new Claim(fuse.around(Claims.class, store), action -> () -> {}, () -> now, () -> "id"),
            new Backoff(Integer.MAX_VALUE, Duration.ofSeconds(5), Duration.ofHours(1)))
        .dispatch(store.find(ID).orElseThrow());
  }
}
