package inventory.stack;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Programs that start in parallel, start again if they end by themselves, and stop together. */
public final class ProcessGroup implements AutoCloseable {

  private static final long PAUSE_SECONDS = 1;

  private final Consumer<String> announce;
  private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "process-group");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopping;

  /**
   * An empty group.
   *
   * @param announce gets a line for each program that is ready or that ended by itself
   */
  public ProcessGroup(Consumer<String> announce) {
    this.announce = announce;
  }

  /**
   * Starts programs in parallel; returns when all are ready.
   *
   * @throws LaunchException if one does not start; the others run until {@link #close}
   */
  public void start(List<ManagedProcess> programs) throws InterruptedException {
    List<Future<?>> starts = programs.stream().<Future<?>>map(this::begin).toList();
    for (Future<?> start : starts) {
      await(start);
    }
  }

  /** Starts a program in the background; {@link #await} waits until it is ready. */
  Future<?> begin(ManagedProcess program) {
    long began = System.nanoTime();
    return threads.submit(
        () -> {
          launch(program);
          announce.accept(
              "%s ready after %.1f s".formatted(program.name(), (System.nanoTime() - began) / 1e9));
          threads.execute(() -> watch(program));
          return null;
        });
  }

  /** Waits for a program that {@link #begin} started, and throws the reason if it failed. */
  static void await(Future<?> start) throws InterruptedException {
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LaunchException failed) {
        throw new LaunchException(failed.getMessage(), failed);
      }
      throw new LaunchException("a program cannot be started: " + e.getCause().getMessage(), e);
    }
  }

  private void launch(ManagedProcess program) throws IOException, InterruptedException {
    synchronized (this) {
      if (stopping) {
        throw new LaunchException(program.name() + " is not started: all programs are stopping");
      }
      program.start();
      processes.add(program);
    }
    program.awaitReady();
  }

  private void watch(ManagedProcess program) {
    try {
      int exitCode = program.process().waitFor();
      while (!stopping) {
        announce.accept(
            "%s ended with exit code %d; starting it again".formatted(program.name(), exitCode));
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        restart(program);
        exitCode = program.process().waitFor();
      }
    } catch (InterruptedException e) {
      // Only closing the group interrupts its threads.
      Thread.currentThread().interrupt();
    }
  }

  private void restart(ManagedProcess program) throws InterruptedException {
    try {
      processes.remove(program);
      launch(program);
      announce.accept(program.name() + " is ready again");
    } catch (LaunchException | IOException e) {
      if (!stopping) {
        announce.accept(e.getMessage());
      }
    }
  }

  /** Stops all programs; returns when they have ended. Kills those that still run after 15 s. */
  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    processes.forEach(ManagedProcess::stop);
    processes.forEach(ManagedProcess::close);
    threads.shutdownNow();
  }
}
