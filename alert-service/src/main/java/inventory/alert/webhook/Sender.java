package inventory.alert.webhook;

import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends messages to endpoints. */
@FunctionalInterface
public interface Sender {

  /**
   * Sends one event, once. Takes at most 15 seconds, and never fails.
   *
   * @param at the time of the attempt, which is signed
   */
  Answer send(WebhookEndpoint endpoint, WebhookEvent event, Instant at);

  /** What came of an attempt. */
  sealed interface Answer {}

  /**
   * The endpoint responded.
   *
   * @param status the status of the response
   * @param body the beginning of the response
   * @param retryAfter how long the endpoint asks to wait
   */
  record Response(int status, String body, Optional<Duration> retryAfter) implements Answer {

    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 5;
    private static final int HUNDRED = 100;
    private static final int GONE = 410;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    boolean isSuccess() {
      return status / HUNDRED == SUCCESS;
    }

    boolean isGone() {
      return status == GONE;
    }

    /** Whether the endpoint is in trouble, whatever it is sent. */
    boolean isOutage() {
      return status == TIMEOUT || status == TOO_MANY || status / HUNDRED == SERVER_ERROR;
    }
  }

  /**
   * There was no response.
   *
   * @param reason why, for people
   */
  record NoResponse(String reason) implements Answer {}
}
