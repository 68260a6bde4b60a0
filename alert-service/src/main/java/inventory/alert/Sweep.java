package inventory.alert;

import inventory.alert.domain.SnoozeCheck;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.model.function.TimedWork;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes, at start and every few seconds, what no message triggers: snoozes that are over, and
 * notifications whose sender died or gave up.
 */
@Singleton
final class Sweep implements TimedWork {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** A process claims the batch within moments after it wrote into the outbox. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final SnoozeCheck snoozes;
  private final OutboxDispatcher dispatcher;
  private final Duration interval;

  Sweep(
      SnoozeCheck snoozes,
      OutboxDispatcher dispatcher,
      @Value("${inventory.sweep-interval:5s}") Duration interval) {
    this.snoozes = snoozes;
    this.dispatcher = dispatcher;
    this.interval = interval;
  }

  @Override
  public Duration interval() {
    return interval;
  }

  /** A failure is logged; the other step still runs, and both run again at the next interval. */
  @Override
  public void run() {
    attempt("end snoozes", snoozes::check);
    attempt("dispatch the outbox", () -> dispatcher.dispatchIncomplete(Instant.now().minus(GRACE)));
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Could not {}; will retry", what, e);
    }
  }
}
