package inventory.validation;

import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.Validation;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the files that arrived since the last run. {@code --file FILE}, an id or a key, and {@code
 * --day 2026-11-20} have files checked again that a run has checked before.
 */
@Singleton
final class ValidateCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(ValidateCommand.class);

  /** Half the time between the signal to stop and the forced stop. */
  private static final int STOP_SECONDS = 15;

  // A provider: other commands do not need what the validation needs.
  private final BeanProvider<Validation> validation;
  private final BeanProvider<Recheck> recheck;

  ValidateCommand(BeanProvider<Validation> validation, BeanProvider<Recheck> recheck) {
    this.validation = validation;
    this.recheck = recheck;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public int run(List<String> options) {
    try {
      for (int i = 0; i < options.size(); i += 2) {
        again(options.get(i), i + 1 < options.size() ? options.get(i + 1) : "");
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      LOG.error("Use validate, validate --file FILE or validate --day DATE: {}", e.getMessage());
      return FAILED;
    }
    Validation work = validation.get();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(work, ended), "stop"));
    try {
      return work.run(holder()) == Validation.Result.ALL_WELL ? WELL : FINDINGS;
    } catch (LeaseHeldException e) {
      LOG.error("Not started: {}", e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      LOG.error("Stopped; the next start resumes here: {}", e.getMessage(), e);
      return FAILED;
    } finally {
      ended.countDown();
    }
  }

  private void again(String option, String value) {
    if (option.equals("--file")) {
      recheck.get().file(value);
    } else if (option.equals("--day")) {
      LOG.info("{} files are checked again", recheck.get().day(LocalDate.parse(value)));
    } else {
      throw new IllegalArgumentException("unknown option " + option);
    }
  }

  /** On shutdown the message and the lease are released. */
  private static void stop(Validation work, CountDownLatch ended) {
    work.stop();
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn(
            "Stopped in the middle of a transaction: the next start waits for the lease to expire");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A unique name of this process that people can read. */
  private static String holder() {
    long pid = ManagementFactory.getRuntimeMXBean().getPid();
    return "process %d on %s (%s)".formatted(pid, host(), UUID.randomUUID());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // The name is for people; the rest is unique.
      return "an unknown host";
    }
  }
}
