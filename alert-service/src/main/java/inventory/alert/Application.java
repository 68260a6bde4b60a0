package inventory.alert;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Application {

  private Application() {}

  /**
   * Runs until it is told to stop.
   *
   * @param args settings, as Micronaut takes them
   */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
