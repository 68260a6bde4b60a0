package inventory.launcher;

import java.util.function.Consumer;

/** Work that is done once: when a command ends, or when Ctrl-C or SIGTERM ends the process. */
final class Cleanup {

  private final int exitCode;
  private final Consumer<Boolean> work;

  /**
   * Prepares it.
   *
   * @param exitCode the exit code where a signal ends the process
   * @param work what to do at the end; is told whether the command failed
   */
  Cleanup(int exitCode, Consumer<Boolean> work) {
    this.exitCode = exitCode;
    this.work = work;
  }

  /** What a command does. */
  @FunctionalInterface
  interface Body {
    /** Does it. */
    void run() throws Exception;
  }

  /** Runs a command, and cleans up after it however it ends. */
  void after(Body body) throws Exception {
    Thread hook = new Thread(this::endProcess, "cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
    boolean failed = true;
    try {
      body.run();
      failed = false;
    } finally {
      unregister(hook);
      work.accept(failed);
    }
  }

  private void endProcess() {
    work.accept(false);
    Runtime.getRuntime().halt(exitCode);
  }

  private static void unregister(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: whatever failed meanwhile failed since all is being stopped.
      hook.join();
    }
  }
}
