package inventory.baseline;

import io.micronaut.runtime.Micronaut;

/** Starts the baseline. */
public final class Application {

  private Application() {}

  /** Serves until the process is told to end. */
  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
