package inventory.e2e;

import inventory.stack.ServiceProcess;
import java.io.IOException;
import java.net.URI;

/** A service's process, which can be killed and started again. */
final class RunningService extends RunningProgram {

  private final URI url;

  /** Starts it; {@link #awaitReady} waits for it. */
  RunningService(ServiceProcess program) throws IOException {
    super(program);
    this.url = program.url();
  }

  URI url() {
    return url;
  }
}
