package inventory.validation;

import inventory.validation.domain.Runs.LeaseHeldException;
import inventory.validation.domain.Validation;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what arrived since the last run. */
@Singleton
final class ValidateCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(ValidateCommand.class);

  /** Half of what is granted between the signal to end and the end by force. */
  private static final int STOP_SECONDS = 15;

  // A provider, as other commands can do without what it needs.
  private final BeanProvider<Validation> validation;

  ValidateCommand(BeanProvider<Validation> validation) {
    this.validation = validation;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public int run(List<String> options) {
    Validation work = validation.get();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(work, ended), "stop"));
    try {
      return work.run(holder()) == Validation.Result.ALL_WELL ? WELL : FINDINGS;
    } catch (LeaseHeldException e) {
      LOG.error("Not started: {}", e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      LOG.error("Stopped; the next start goes on here: {}", e.getMessage(), e);
      return FAILED;
    } finally {
      ended.countDown();
    }
  }

  /** When the process is told to end, the message and the lease are given back. */
  private static void stop(Validation work, CountDownLatch ended) {
    work.stop();
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A transaction takes too long to wait for: the next start waits for the lease");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Names this process to people, and to itself alone. */
  private static String holder() {
    long pid = ManagementFactory.getRuntimeMXBean().getPid();
    return "process %d on %s (%s)".formatted(pid, host(), UUID.randomUUID());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // The name is for people; the rest tells processes apart.
      return "an unknown host";
    }
  }
}
