package inventory.e2e;

import inventory.local.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;

/** A service's process, which can be killed and started again. */
final class RunningService {

  private final ServiceProcess program;
  private Process process;

  /** Starts it; {@link #awaitReady} waits for it. */
  RunningService(ServiceProcess program) throws IOException {
    this.program = program;
    start();
  }

  void start() throws IOException {
    process = program.start();
  }

  void awaitReady() throws InterruptedException {
    program.awaitReady(process);
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Tells it to end; {@link #kill} ends it if it has not meanwhile. */
  void stop() {
    process.destroy();
  }

  URI url() {
    return program.url();
  }
}
