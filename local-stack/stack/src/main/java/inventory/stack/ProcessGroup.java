package inventory.stack;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Programs that start in parallel and stop together. */
final class ProcessGroup implements AutoCloseable {

  private final Consumer<String> announce;
  private final CompletableFuture<ManagedProcess> ended;
  private final Set<ManagedProcess> processes = new CopyOnWriteArraySet<>();
  private final Set<Process> crashed = new CopyOnWriteArraySet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean stopping;

  /**
   * An empty group.
   *
   * @param announce gets a line for each program that is ready
   * @param ended gets the first program that ends after it was ready
   */
  ProcessGroup(Consumer<String> announce, CompletableFuture<ManagedProcess> ended) {
    this.announce = announce;
    this.ended = ended;
  }

  /** Starts a program in the background; {@link #await} waits until it is ready. */
  Future<?> begin(ManagedProcess program) {
    long began = System.nanoTime();
    return threads.submit(
        () -> {
          launch(program);
          program.awaitReady();
          announce.accept(
              "%s ready after %.1f s".formatted(program.name(), (System.nanoTime() - began) / 1e9));
          watch(program);
          return null;
        });
  }

  // What waits for a program's end waits for the other future.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void watch(ManagedProcess program) {
    Process process = program.process();
    process
        .onExit()
        .thenRun(
            () -> {
              if (!crashed.contains(process)) {
                ended.complete(program);
              }
            });
  }

  /**
   * Kills a program and starts it again; returns when it is ready.
   *
   * @throws LaunchException if all programs are stopping, or it does not start
   */
  void crash(ManagedProcess program) throws IOException, InterruptedException {
    crashed.add(program.process());
    program.kill();
    try {
      launch(program);
      program.awaitReady();
    } finally {
      watch(program);
    }
  }

  private synchronized void launch(ManagedProcess program) throws IOException {
    if (stopping) {
      throw new LaunchException(program.name() + " is not started: all programs are stopping");
    }
    program.start();
    processes.add(program);
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

  /** Stops all programs; returns when they have ended. Kills those that still run after 30 s. */
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
