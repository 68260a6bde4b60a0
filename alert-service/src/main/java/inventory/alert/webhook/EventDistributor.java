package inventory.alert.webhook;

import inventory.model.webhook.EventBatchItem;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import java.util.List;

/**
 * Puts new events into the list of each endpoint that wants them. An endpoint that is disabled
 * misses the events of that time. After a crash it begins with the same events again, which changes
 * nothing.
 *
 * <p>Costs one read if there is no event. Else each delivery costs a read of each of its three keys
 * and one write. Memory holds 25 batches of at most 50 events.
 */
public final class EventDistributor {

  private static final String WORK = "events";
  private static final int BATCHES = 25;

  private final EventFeed feed;
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Claim claim;

  /** Creates the use case. */
  public EventDistributor(EventFeed feed, Endpoints endpoints, Deliveries deliveries, Claim claim) {
    this.feed = feed;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.claim = claim;
  }

  /** Distributes all new events, unless another process does. */
  public void distribute() {
    if (!feed.oldest(1).isEmpty()) {
      claim.run(
          WORK,
          mayGoOn -> {
            boolean isMore = true;
            while (isMore && mayGoOn.getAsBoolean()) {
              isMore = distributeSome();
            }
          });
    }
  }

  private boolean distributeSome() {
    List<EventBatchItem> batches = feed.oldest(BATCHES);
    for (WebhookEndpoint endpoint : endpoints.list()) {
      List<WebhookEvent> wanted =
          batches.stream()
              .flatMap(batch -> batch.events().stream())
              .filter(event -> endpoint.enabled() && endpoint.filter().accepts(event))
              .toList();
      deliveries.add(endpoint.id(), wanted, claim.now().get());
    }
    feed.remove(batches);
    return batches.size() == BATCHES;
  }
}
