package inventory.launcher.cli;

import java.util.function.Consumer;

/** Runs some work once: when a command ends, or when Ctrl-C or SIGTERM ends the process. */
final class Cleanup {

  private final int exitCode;
  private final Consumer<Boolean> work;

  /**
   * Prepares the work.
   *
   * @param exitCode exit code if a signal ends the process
   * @param work the work; its argument says whether the command failed
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

  /** Runs a command and then the work, however the command ends. */
  void after(Body body) throws Exception {
    Thread hook = new Thread(this::endProcess, "cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
    boolean failed = true;
    try {
      body.run();
      failed = false;
    } finally {
      removeHook(hook);
      work.accept(failed);
    }
  }

  private void endProcess() {
    work.accept(false);
    Runtime.getRuntime().halt(exitCode);
  }

  private static void removeHook(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending and the hook does the work, so a failure here has no meaning.
      hook.join();
    }
  }
}
