package inventory.alert;

import inventory.alert.domain.SnoozeCheck;
import inventory.alert.outbox.OutboxDispatcher;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, at the start and every few seconds from then on, for what no message will bring up:
 * snoozes that have ended, and notifications whose sender died or gave up.
 */
@Context
class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** Whoever writes into the outbox reserves the batch within moments. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final SnoozeCheck snoozes;
  private final OutboxDispatcher dispatcher;

  Sweep(SnoozeCheck snoozes, OutboxDispatcher dispatcher) {
    this.snoozes = snoozes;
    this.dispatcher = dispatcher;
  }

  /** A failure is logged, and no reason not to look for the other, or again. */
  @Scheduled(fixedDelay = "5s")
  void sweep() {
    logged("judging what was snoozed", snoozes::check);
    logged(
        "sending what was left over",
        () -> dispatcher.dispatchIncomplete(Instant.now().minus(GRACE)));
  }

  private static void logged(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Failed in {}, which is tried again", what, e);
    }
  }
}
