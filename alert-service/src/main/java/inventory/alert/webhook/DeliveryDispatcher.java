package inventory.alert.webhook;

import inventory.alert.webhook.Sender.Answer;
import inventory.alert.webhook.Sender.NoResponse;
import inventory.alert.webhook.Sender.Response;
import inventory.model.AlertRecord.Decision;
import inventory.model.Backoff;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an endpoint its pending deliveries, one after the other: the oldest event first, and the
 * events about one subject in their order. A delivery that fails is retried for 24 hours; later
 * events about its subject wait for it. An endpoint that does not answer, or that refuses several
 * events in a row, is paused.
 *
 * <p>One process sends to an endpoint at a time, under a claim. If it dies between the response and
 * its record, the next one sends the same event again, with the same id.
 *
 * <p>A dispatch costs one read if nothing is pending. Else it reads 100 deliveries at a time, and
 * each attempt costs one read and three writes. It ends after half a minute; a later one goes on.
 * Deliveries that wait for their next attempt are read again each time, so an endpoint that refuses
 * some events costs a read unit for four of these.
 */
public final class DeliveryDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

  private static final int PAGE = 100;

  // Together with the longest attempt less than a minute, for a function that is called each
  // minute.
  private static final Duration SLICE = Duration.ofSeconds(30);

  // An endpoint that refuses so many in a row is probably not what it should be.
  private static final int REFUSALS_UNTIL_PAUSE = 5;

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Sender sender;
  private final Claim claim;
  private final Backoff backoff;
  private volatile boolean isStopped;

  /**
   * Creates the use case.
   *
   * @param backoff how long to wait after a failed attempt; the number of attempts does not matter
   */
  public DeliveryDispatcher(
      Endpoints endpoints, Deliveries deliveries, Sender sender, Claim claim, Backoff backoff) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.sender = sender;
    this.claim = claim;
    this.backoff = backoff;
  }

  /** Sends an endpoint what is due, unless it is paused or another process does. */
  public void dispatch(WebhookEndpoint endpoint) {
    if (endpoint.isReady(claim.now().get()) && deliveries.hasPending(endpoint.id())) {
      claim.run(endpoint.id(), mayGoOn -> new Round(endpoint.id(), mayGoOn).run());
    }
  }

  /** Ends what is running after the current attempt. */
  public void stop() {
    isStopped = true;
  }

  /** One pass through the pending deliveries of an endpoint. */
  private final class Round {

    private final String id;
    private final BooleanSupplier mayGoOn;
    private final Instant end = now().plus(SLICE);
    private final Set<String> waiting = new HashSet<>();
    private int refusals;
    private boolean isReported;
    private boolean isOver;

    private Round(String id, BooleanSupplier mayGoOn) {
      this.id = id;
      this.mayGoOn = mayGoOn;
    }

    private void run() {
      Optional<String> after = Optional.empty();
      boolean isMore = true;
      while (isMore && !isOver) {
        List<WebhookDelivery> page = deliveries.pending(id, after, PAGE);
        for (WebhookDelivery delivery : inOrder(page)) {
          if (!isOver) {
            consider(delivery);
          }
        }
        isMore = page.size() == PAGE;
        after = page.stream().map(delivery -> delivery.event().id()).max(Comparator.naturalOrder());
      }
    }

    private void consider(WebhookDelivery delivery) {
      String subject = delivery.event().subject();
      if (delivery.nextAttempt().isAfter(now())) {
        waiting.add(subject);
      }
      if (!waiting.contains(subject)) {
        // It may have been disabled or deleted, or have a new secret.
        Optional<WebhookEndpoint> endpoint =
            endpoints.find(id).filter(known -> known.isReady(now()));
        if (isStopped || endpoint.isEmpty() || !now().isBefore(end) || !mayGoOn.getAsBoolean()) {
          isOver = true;
        } else {
          send(endpoint.get(), delivery);
        }
      }
    }

    private void send(WebhookEndpoint endpoint, WebhookDelivery delivery) {
      Instant at = now();
      Answer answer = sender.send(endpoint, delivery.event(), at);
      Attempt attempt = attempt(at, answer);
      if (answer instanceof Response response && response.isSuccess()) {
        refusals = 0;
        deliveries.save(id, delivery.ended(State.DELIVERED, attempt), now());
        if (endpoint.failingSince().isPresent()) {
          endpoints.resume(id);
        }
      } else if (answer instanceof Response response && response.isGone()) {
        isOver = true;
        deliveries.save(id, delivery.retried(attempt, now()), now());
        endpoints.disable(id, new Decision(now(), "", "The endpoint answered 410 Gone."));
        LOG.warn("Disabled the webhook endpoint {}: it answered 410", id);
      } else {
        retryLater(delivery, attempt, answer);
      }
    }

    private void retryLater(WebhookDelivery delivery, Attempt attempt, Answer answer) {
      Instant at = now();
      Instant next = at.plus(pause(delivery.attempts() + 1, answer));
      if (delivery.isOverdue(at)) {
        fail(delivery.ended(State.FAILED, attempt));
      } else {
        waiting.add(delivery.event().subject());
        deliveries.save(id, delivery.retried(attempt, next), at);
      }
      refusals++;
      if (isOutage(answer) || refusals >= REFUSALS_UNTIL_PAUSE) {
        isOver = true;
        endpoints.pause(id, at, next);
        failOverdue(at);
        LOG.warn("Webhook endpoint {} is paused until {}: {}", id, next, brief(attempt));
      }
    }

    /** An endpoint that is down for long gets one attempt at a time, so the others end here. */
    private void failOverdue(Instant at) {
      List<WebhookDelivery> page = deliveries.pending(id, Optional.empty(), PAGE);
      while (!page.isEmpty() && now().isBefore(end) && mayGoOn.getAsBoolean()) {
        page.stream()
            .filter(delivery -> delivery.isOverdue(at))
            .forEach(delivery -> fail(delivery.abandoned()));
        // Older events come first, so a page without an overdue delivery is the last one to look
        // at.
        page =
            page.stream().allMatch(delivery -> delivery.isOverdue(at))
                ? deliveries.pending(id, Optional.empty(), PAGE)
                : List.of();
      }
    }

    private void fail(WebhookDelivery failed) {
      // First: after a crash in between, nothing would lead to it any more.
      if (!isReported) {
        endpoints.reportFailures(id, now());
        isReported = true;
      }
      deliveries.save(id, failed, now());
      LOG.error(
          "Gave up the delivery {} to the webhook endpoint {} after {} attempts",
          failed.event().id(),
          id,
          failed.attempts());
    }
  }

  /** Without the response's body, which is in the list of deliveries. */
  private static String brief(Attempt attempt) {
    return attempt.status().map(status -> "status " + status).orElse(attempt.answer());
  }

  private Instant now() {
    return claim.now().get();
  }

  private static boolean isOutage(Answer answer) {
    return answer instanceof NoResponse
        || (answer instanceof Response response && response.isOutage());
  }

  /** An endpoint may ask for a longer pause than usual, but not for one beyond the longest. */
  private Duration pause(int attempts, Answer answer) {
    Duration usual = backoff.limit(attempts);
    Optional<Duration> asked =
        answer instanceof Response response ? response.retryAfter() : Optional.empty();
    return asked
        .map(wish -> wish.compareTo(backoff.longest()) < 0 ? wish : backoff.longest())
        .filter(wish -> wish.compareTo(usual) > 0)
        .orElse(usual);
  }

  private static Attempt attempt(Instant at, Answer answer) {
    return answer instanceof Response response
        ? new Attempt(at, Optional.of(response.status()), response.body())
        : new Attempt(at, Optional.empty(), ((NoResponse) answer).reason());
  }

  /**
   * The oldest event first, but events about one subject by their sequence: clocks of processes
   * differ.
   */
  private static List<WebhookDelivery> inOrder(List<WebhookDelivery> page) {
    Map<String, PriorityQueue<WebhookDelivery>> bySubject = new HashMap<>();
    Comparator<WebhookDelivery> bySequence =
        Comparator.comparingLong(delivery -> delivery.event().sequence());
    page.forEach(
        delivery ->
            bySubject
                .computeIfAbsent(
                    delivery.event().subject(), subject -> new PriorityQueue<>(bySequence))
                .add(delivery));
    return page.stream()
        .map(delivery -> bySubject.get(delivery.event().subject()).remove())
        .toList();
  }
}
