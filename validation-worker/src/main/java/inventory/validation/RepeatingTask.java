package inventory.validation;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A periodic task. A failure does not end it. */
public final class RepeatingTask implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatingTask.class);

  private final ScheduledFuture<?> future;

  private RepeatingTask(ScheduledFuture<?> future) {
    this.future = future;
  }

  /** Starts a task; it first runs after one period. */
  public static RepeatingTask every(
      ScheduledExecutorService scheduler, Duration period, Runnable task) {
    long millis = period.toMillis();
    return new RepeatingTask(
        scheduler.scheduleAtFixedRate(() -> attempt(task), millis, millis, TimeUnit.MILLISECONDS));
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The next attempt follows soon, and writes that depend on it check their own conditions.
      LOG.warn("A heartbeat failed: {}", e.toString());
    }
  }

  @Override
  public void close() {
    future.cancel(false);
  }
}
