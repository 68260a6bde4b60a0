package inventory.stack;

import inventory.chaos.Chaos;
import inventory.chaos.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a service every few seconds, and starts it again. Not the API, which keeps nothing: its
 * clients would only see errors.
 */
final class Crashes implements AutoCloseable {

  private static final List<Service> KILLED =
      List.of(Service.INGEST, Service.THRESHOLD, Service.ALERT);
  private static final int SHORTEST_MILLIS = 4_000;
  private static final int LONGEST_MILLIS = 12_000;

  private final Chaos chaos;
  private final Random random;
  private final Crash crash;
  private final Thread thread = new Thread(this::run, "crashes");

  /** Kills a service and starts it again. */
  @FunctionalInterface
  interface Crash {
    void of(Service service) throws IOException, InterruptedException;
  }

  /**
   * Begins.
   *
   * @param chaos counts the kills
   * @param seed decides which service is killed when
   */
  Crashes(Chaos chaos, long seed, Crash crash) {
    this.chaos = chaos;
    this.random = new Random(seed);
    this.crash = crash;
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(
            SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
        Service service = KILLED.get(random.nextInt(KILLED.size()));
        chaos.happened(Fault.KILLED, service.module());
        crash.of(service);
      }
    } catch (InterruptedException | LaunchException e) {
      // The environment is closing, or learns by itself that a service does not start.
    } catch (IOException e) {
      throw new LaunchException("a service cannot be started again: " + e.getMessage(), e);
    }
  }

  /** Returns when no service is being killed or started any more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
