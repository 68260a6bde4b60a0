package inventory.validation;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again; that it fails once does not end it. */
public final class Repeating implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final ScheduledFuture<?> future;

  private Repeating(ScheduledFuture<?> future) {
    this.future = future;
  }

  /** Begins after one period. */
  public static Repeating every(
      ScheduledExecutorService scheduler, Duration period, Runnable beat) {
    long millis = period.toMillis();
    return new Repeating(
        scheduler.scheduleAtFixedRate(() -> attempt(beat), millis, millis, TimeUnit.MILLISECONDS));
  }

  private static void attempt(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) {
      // The next one follows soon; what depends on it is written on conditions of its own.
      LOG.warn("A heartbeat failed: {}", e.toString());
    }
  }

  @Override
  public void close() {
    future.cancel(false);
  }
}
