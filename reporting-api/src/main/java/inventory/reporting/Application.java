package inventory.reporting;

import io.micronaut.runtime.Micronaut;

/** Starts the reporting API; everything it needs to know comes by environment variables. */
public final class Application {

  private Application() {}

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
