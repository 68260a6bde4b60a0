package inventory.stack;

import java.io.IOException;

/** A program that can be started, and started again. */
public interface Supervised {

  /** What it is called in messages. */
  String name();

  /** Starts it. */
  Process start() throws IOException;

  /**
   * Returns when it does its work.
   *
   * @param process what {@link #start} returned last
   * @throws LaunchException if it ends instead, or takes too long
   */
  void awaitReady(Process process) throws InterruptedException;
}
