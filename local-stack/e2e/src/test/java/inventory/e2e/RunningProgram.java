package inventory.e2e;

import inventory.stack.Supervised;
import java.io.IOException;

/** A program's process, which can be killed and started again. */
class RunningProgram {

  private final Supervised program;
  private Process process;

  /** Starts it; {@link #awaitReady} waits for it. */
  RunningProgram(Supervised program) throws IOException {
    this.program = program;
    start();
  }

  final void start() throws IOException {
    process = program.start();
  }

  void awaitReady() throws InterruptedException {
    program.awaitReady(process);
  }

  /** Fails if the program has ended by itself, because a test would wait for its work in vain. */
  void requireRunning() throws InterruptedException {
    if (!process.isAlive()) {
      awaitReady();
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to stop, and kills it if it does not. */
  void stop() {
    process.destroy();
  }
}
