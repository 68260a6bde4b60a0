package inventory.threshold;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Application {

  private Application() {}

  /** Runs until the process is stopped. */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
