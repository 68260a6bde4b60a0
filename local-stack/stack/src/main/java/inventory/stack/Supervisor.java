package inventory.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Starts programs, starts those again that end by themselves, and stops them all. */
public final class Supervisor implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Who ran this long is well: the next pause is the first one again. */
  private static final Duration WELL = Duration.ofMinutes(1);

  /** A service that is idle ends within 4 s; one at work has to finish a file's transaction. */
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Consumer<String> announce;
  private final Map<Supervised, Process> processes = new ConcurrentHashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final ExecutorService watchers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "supervisor");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Supervises nothing yet.
   *
   * @param announce is told, in a sentence, of each program that ended and was started again
   */
  public Supervisor(Consumer<String> announce) {
    this.announce = announce;
  }

  /**
   * Starts programs beside each other; returns when all are ready.
   *
   * @throws LaunchException if one does not start, with its reason; the others stay until {@link
   *     #close}
   */
  public void start(List<? extends Supervised> programs) throws InterruptedException {
    List<Future<?>> starts =
        programs.stream().<Future<?>>map(program -> watchers.submit(() -> start(program))).toList();
    for (Future<?> start : starts) {
      Futures.get(start);
    }
  }

  private Void start(Supervised program) throws IOException, InterruptedException {
    Process process = launch(program);
    watchers.execute(() -> watch(program, process));
    return null;
  }

  private Process launch(Supervised program) throws IOException, InterruptedException {
    Process process;
    synchronized (stopping) {
      if (stopping.get()) {
        throw new LaunchException(program.name() + " is not started: all is being stopped");
      }
      process = program.start();
      processes.put(program, process);
    }
    program.awaitReady(process);
    return process;
  }

  private void watch(Supervised program, Process first) {
    try {
      Process process = first;
      Duration pause = FIRST_PAUSE;
      while (true) {
        long began = System.nanoTime();
        int code = process.waitFor();
        if (stopping.get()) {
          return;
        }
        boolean wasWell = System.nanoTime() - began > WELL.toNanos();
        pause = wasWell ? FIRST_PAUSE : pause;
        announce.accept(
            "%s ended with exit code %d; starting it again in %.1f s"
                .formatted(program.name(), code, pause.toMillis() / 1000.0));
        process = relaunch(program, process, pause);
        pause = longer(pause);
      }
    } catch (InterruptedException e) {
      // Only closing the supervisor interrupts its threads.
      Thread.currentThread().interrupt();
    }
  }

  private Process relaunch(Supervised program, Process ended, Duration pause)
      throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    try {
      Process process = launch(program);
      announce.accept(program.name() + " is ready again");
      return process;
    } catch (LaunchException | IOException e) {
      if (!stopping.get()) {
        announce.accept(e.getMessage());
      }
      // What was started but is not ready has to end before it is started once more.
      Process failed = processes.getOrDefault(program, ended);
      failed.destroyForcibly();
      return failed;
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** Stops all programs; returns when they have ended. Who does not end in 15 s is killed. */
  @Override
  public void close() {
    synchronized (stopping) {
      stopping.set(true);
    }
    processes.values().forEach(Process::destroy);
    long deadline = System.nanoTime() + STOP.toNanos();
    processes.forEach((program, process) -> awaitEnd(program, process, deadline));
    watchers.shutdownNow();
  }

  private void awaitEnd(Supervised program, Process process, long deadline) {
    try {
      if (process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
      announce.accept(program.name() + " does not stop, so it is killed; nothing is lost by that");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
