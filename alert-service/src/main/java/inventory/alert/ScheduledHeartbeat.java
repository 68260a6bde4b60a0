package inventory.alert;

import inventory.alert.outbox.Heartbeat;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Heartbeats on a thread of their own, which waits for nothing but the store. */
final class ScheduledHeartbeat implements Heartbeat, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledHeartbeat.class);

  private final Duration interval;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "heartbeat");
            created.setDaemon(true);
            return created;
          });

  ScheduledHeartbeat(Duration interval) {
    this.interval = interval;
  }

  @Override
  public Beat start(Runnable action) {
    return new ScheduledBeat(action);
  }

  private final class ScheduledBeat implements Beat {

    private final Runnable action;
    private final ScheduledFuture<?> future;
    private boolean isStopped;

    private ScheduledBeat(Runnable action) {
      this.action = action;
      long nanos = interval.toNanos();
      this.future = thread.scheduleWithFixedDelay(this::beat, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void beat() {
      if (isStopped) {
        return;
      }
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.warn("Could not renew a claim, will retry", e);
      }
    }

    @Override
    public synchronized void close() {
      isStopped = true;
      future.cancel(false);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
