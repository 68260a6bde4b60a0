package inventory.alert.webhook;

import inventory.alert.domain.Transition;
import inventory.alert.dynamodb.WebhookEvents;
import inventory.model.AlertRecord.Decision;
import inventory.model.Position;
import inventory.model.webhook.EventBatchItem;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.PreviousSecret;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Endpoints, their deliveries, new events about stock, and claims in memory. Not for many threads.
 */
public final class InMemoryWebhooks implements Endpoints, Deliveries, EventFeed, Claims {

  private static final Duration REPORT_INTERVAL = Duration.ofHours(24);

  private final BiConsumer<String, Instant> notifier;
  private final Map<String, WebhookEndpoint> endpoints = new TreeMap<>();
  private final Map<String, Instant> reported = new HashMap<>();
  private final Map<String, Map<String, WebhookDelivery>> deliveries = new HashMap<>();
  private final Map<String, EventBatchItem> batches = new TreeMap<>();
  private final Map<String, Lease> leases = new HashMap<>();

  private record Lease(String holder, Instant until) {}

  /**
   * Empty stores.
   *
   * @param notifier puts a notification about an endpoint into the outbox
   */
  public InMemoryWebhooks(BiConsumer<String, Instant> notifier) {
    this.notifier = notifier;
  }

  @Override
  public List<WebhookEndpoint> list() {
    return List.copyOf(endpoints.values());
  }

  @Override
  public Optional<WebhookEndpoint> find(String id) {
    return Optional.ofNullable(endpoints.get(id));
  }

  @Override
  public void create(WebhookEndpoint endpoint) {
    endpoints.put(endpoint.id(), endpoint);
  }

  @Override
  public void delete(String id) {
    endpoints.remove(id);
  }

  @Override
  public void rotate(String id, WebhookSecret secret, Instant until, Decision decision) {
    update(
        id,
        old ->
            new WebhookEndpoint(
                id,
                old.url(),
                old.format(),
                old.filter(),
                old.description(),
                secret,
                Optional.of(new PreviousSecret(old.secret(), until)),
                old.enabled(),
                old.created(),
                decision,
                old.failingSince(),
                old.pausedUntil()));
  }

  @Override
  public void pause(String id, Instant at, Instant until) {
    update(
        id, old -> failing(old, old.failingSince().or(() -> Optional.of(at)), Optional.of(until)));
  }

  @Override
  public void resume(String id) {
    update(id, old -> failing(old, Optional.empty(), Optional.empty()));
  }

  @Override
  public void disable(String id, Decision decision) {
    if (find(id).filter(WebhookEndpoint::enabled).isPresent()) {
      update(id, old -> enabled(old, false, decision));
      notifier.accept(id, decision.at());
    }
  }

  /** Enables an endpoint as reporting-api does. */
  public void enable(String id, Decision decision) {
    update(id, old -> enabled(failing(old, Optional.empty(), Optional.empty()), true, decision));
  }

  @Override
  public void reportFailures(String id, Instant at) {
    Instant last = reported.get(id);
    if (endpoints.containsKey(id) && (last == null || last.isBefore(at.minus(REPORT_INTERVAL)))) {
      reported.put(id, at);
      notifier.accept(id, at);
    }
  }

  private void update(String id, UnaryOperator<WebhookEndpoint> change) {
    endpoints.computeIfPresent(id, (same, old) -> change.apply(old));
  }

  private static WebhookEndpoint failing(
      WebhookEndpoint old, Optional<Instant> since, Optional<Instant> until) {
    return with(old, old.enabled(), old.changed(), since, until);
  }

  private static WebhookEndpoint enabled(
      WebhookEndpoint old, boolean isEnabled, Decision decision) {
    return with(old, isEnabled, decision, old.failingSince(), old.pausedUntil());
  }

  private static WebhookEndpoint with(
      WebhookEndpoint old,
      boolean isEnabled,
      Decision changed,
      Optional<Instant> since,
      Optional<Instant> until) {
    return new WebhookEndpoint(
        old.id(),
        old.url(),
        old.format(),
        old.filter(),
        old.description(),
        old.secret(),
        old.previous(),
        isEnabled,
        old.created(),
        changed,
        since,
        until);
  }

  private Map<String, WebhookDelivery> of(String endpointId) {
    return deliveries.computeIfAbsent(endpointId, id -> new TreeMap<>());
  }

  /** All deliveries of an endpoint, in the order of their events' ids. */
  public List<WebhookDelivery> deliveries(String endpointId) {
    return List.copyOf(of(endpointId).values());
  }

  @Override
  public void add(String endpointId, Collection<WebhookEvent> events, Instant now) {
    events.forEach(
        event ->
            of(endpointId).computeIfAbsent(event.id(), id -> WebhookDelivery.create(event, now)));
  }

  @Override
  public boolean hasPending(String endpointId) {
    return pending(endpointId).findAny().isPresent();
  }

  @Override
  public List<WebhookDelivery> pending(String endpointId, Optional<String> after, int limit) {
    return pending(endpointId)
        .filter(one -> after.stream().allMatch(last -> one.event().id().compareTo(last) > 0))
        .limit(limit)
        .toList();
  }

  private Stream<WebhookDelivery> pending(String endpointId) {
    return of(endpointId).values().stream().filter(one -> one.state() == State.PENDING);
  }

  @Override
  public void save(String endpointId, WebhookDelivery delivery, Instant now) {
    of(endpointId).put(delivery.event().id(), delivery);
  }

  /** Publishes the events of transitions, in the same write; those that an endpoint wants. */
  public void put(Collection<Transition> transitions, Instant at) {
    List<WebhookEvent> wanted =
        transitions.stream()
            .flatMap(transition -> WebhookEvents.of(transition, at).stream())
            .filter(this::isWanted)
            .toList();
    if (!wanted.isEmpty()) {
      put(new EventBatchItem(at, wanted));
    }
  }

  private boolean isWanted(WebhookEvent event) {
    return endpoints.values().stream()
        .anyMatch(one -> one.enabled() && one.filter().accepts(event));
  }

  /** Publishes events. */
  public void put(EventBatchItem batch) {
    batches.put(key(batch), batch);
  }

  private static String key(EventBatchItem batch) {
    return Position.of(batch.at(), batch.events().get(0).id());
  }

  @Override
  public void fileFinished(String fileId) {
    throw new UnsupportedOperationException("there are no records of files here");
  }

  @Override
  public void runEnded(String runId, int ending) {
    throw new UnsupportedOperationException("there are no records of runs here");
  }

  @Override
  public List<EventBatchItem> oldest(int limit) {
    return batches.values().stream().limit(limit).toList();
  }

  @Override
  public void remove(List<EventBatchItem> done) {
    done.forEach(batch -> batches.remove(key(batch)));
  }

  @Override
  public boolean claim(String work, String holder, Instant now, Instant until) {
    Lease lease = leases.get(work);
    if (lease != null && !lease.holder().equals(holder) && !lease.until().isBefore(now)) {
      return false;
    }
    leases.put(work, new Lease(holder, until));
    return true;
  }

  @Override
  public void release(String work, String holder) {
    leases.computeIfPresent(work, (name, lease) -> lease.holder().equals(holder) ? null : lease);
  }
}
