package inventory.stack;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work of other threads. */
final class Futures {

  private Futures() {}

  /** Returns when the work is done, or throws why it failed. */
  static void get(Future<?> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LaunchException failed) {
        throw new LaunchException(failed.getMessage(), failed);
      }
      throw new LaunchException("a program cannot be started: " + e.getCause().getMessage(), e);
    }
  }
}
