package inventory.model.webhook;

import inventory.model.AlertRecord.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way to an endpoint.
 *
 * @param event the event; its id identifies the delivery at its endpoint
 * @param state how far it is
 * @param since when it was put into the list, or into it again by a person
 * @param attempts how often it was sent
 * @param nextAttempt when it is sent at the earliest; matters only while it is pending
 * @param lastAttempt the last attempt
 * @param redriven who last had it sent again after it had ended
 */
public record WebhookDelivery(
    WebhookEvent event,
    State state,
    Instant since,
    int attempts,
    Instant nextAttempt,
    Optional<Attempt> lastAttempt,
    Optional<Decision> redriven) {

  /** For how long a delivery is retried. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  /** The largest number of characters that are kept of an answer. */
  public static final int MAX_ANSWER = 1_024;

  /** How far a delivery is. */
  public enum State {
    /** It will be sent. */
    PENDING,
    /** The endpoint accepted it. */
    DELIVERED,
    /** The endpoint did not accept it in time. */
    FAILED
  }

  /**
   * An attempt to send it.
   *
   * @param at when it began
   * @param status the status of the response; empty if there was none
   * @param answer the first {@value #MAX_ANSWER} characters of the response, or why there was none
   */
  public record Attempt(Instant at, Optional<Integer> status, String answer) {}

  /** A delivery that was not attempted yet. */
  public static WebhookDelivery create(WebhookEvent event, Instant now) {
    return new WebhookDelivery(
        event, State.PENDING, now, 0, now, Optional.empty(), Optional.empty());
  }

  /** Whether it is retried no more after a failure. */
  public boolean isOverdue(Instant now) {
    return !now.isBefore(since.plus(PATIENCE));
  }

  /** The delivery after a failed attempt. */
  public WebhookDelivery retried(Attempt attempt, Instant next) {
    return attempted(State.PENDING, attempt, next);
  }

  /** The delivery after its last attempt. */
  public WebhookDelivery ended(State end, Attempt attempt) {
    return attempted(end, attempt, nextAttempt);
  }

  private WebhookDelivery attempted(State newState, Attempt attempt, Instant next) {
    return new WebhookDelivery(
        event, newState, since, attempts + 1, next, Optional.of(attempt), redriven);
  }

  /** The delivery after it was given up without a further attempt. */
  public WebhookDelivery abandoned() {
    return new WebhookDelivery(
        event, State.FAILED, since, attempts, nextAttempt, lastAttempt, redriven);
  }

  /** The delivery after a person had it sent again. */
  public WebhookDelivery redrive(Decision decision) {
    return new WebhookDelivery(
        event,
        State.PENDING,
        decision.at(),
        attempts,
        decision.at(),
        lastAttempt,
        Optional.of(decision));
  }
}
