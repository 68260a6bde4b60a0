package inventory.reporting;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Starts the reporting API; everything it needs to know comes by environment variables. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Inventory",
            version = "1",
            description = "Reports of stock levels, movements, files, alerts and validation runs."),
    security = @SecurityRequirement(name = "token"))
public final class Application {

  private Application() {}

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
