package inventory.pipe.domain;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells all that work that they are to end. */
public final class StopSignal {

  private final CountDownLatch given = new CountDownLatch(1);

  /** Gives it. */
  public void give() {
    given.countDown();
  }

  /** Whether it was given. */
  boolean isGiven() {
    return given.getCount() == 0;
  }

  /**
   * Waits, but no longer than until it is given; an interruption gives it.
   *
   * @return whether it was given
   */
  boolean isGivenWithin(Duration time) {
    try {
      return given.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      give();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
