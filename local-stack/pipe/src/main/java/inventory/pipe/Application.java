package inventory.pipe;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: delivers the stream's records to the queue until it is told to end. */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private static final int FAILED = 1;
  private static final int WRONG_SETTING = 2;

  /** A read that is under way is delivered within this, unless SQS hangs. */
  private static final long STOP_SECONDS = 10;

  private Application() {}

  /**
   * Prints one line {@code ready {"stream":"arn:…","queue":"http://…"}} when stream and queue
   * answer. Ends at SIGTERM; exits with 1 if it cannot go on, with 2 if a setting is wrong.
   */
  public static void main(String[] args) {
    Settings settings = settings(System.getenv());
    CountDownLatch ended = new CountDownLatch(1);
    try (Wiring wiring = new Wiring(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiring, ended), "stop"));
      wiring.run(System.out::println);
    } catch (InterruptedException | RuntimeException e) {
      LOG.error("The pipe cannot go on; its next start goes on where it was", e);
      ended.countDown();
      System.exit(FAILED);
    } finally {
      ended.countDown();
    }
  }

  private static Settings settings(Map<String, String> environment) {
    try {
      return Settings.of(environment);
    } catch (IllegalArgumentException e) {
      LOG.error("{}", e.getMessage());
      System.exit(WRONG_SETTING);
      throw e;
    }
  }

  private static void stop(Wiring wiring, CountDownLatch ended) {
    wiring.stop();
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Ending amid a delivery, which the next start repeats");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
