package inventory.local;

/** Work that is done once: when a command ends, or when Ctrl-C or SIGTERM ends the process. */
final class Cleanup {

  private final int exitCode;
  private final Runnable work;

  /**
   * Prepares it.
   *
   * @param exitCode the exit code where a signal ends the process
   * @param work what to do at the end
   */
  Cleanup(int exitCode, Runnable work) {
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
    try {
      body.run();
    } finally {
      unregister(hook);
      work.run();
    }
  }

  private void endProcess() {
    work.run();
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
