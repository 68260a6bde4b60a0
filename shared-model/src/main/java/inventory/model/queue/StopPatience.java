package inventory.model.queue;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long a program waits for its work when it stops. Its parts stop one after the other and share
 * the time: whoever runs the program kills it 30 s after the signal, unless configured otherwise.
 */
@Singleton
public final class StopPatience {

  private final Duration patience;
  private long begin;
  private boolean hasBegun;

  /**
   * Time for all parts together.
   *
   * @param patience less than the time after which the program is killed
   */
  public StopPatience(@Value("${inventory.stop-patience:20s}") Duration patience) {
    this.patience = patience;
  }

  /** The milliseconds that are left, at least 1. The first call begins. */
  public synchronized long leftMillis() {
    if (!hasBegun) {
      hasBegun = true;
      begin = System.nanoTime();
    }
    return Math.max(1, patience.toMillis() - (System.nanoTime() - begin) / 1_000_000);
  }
}
