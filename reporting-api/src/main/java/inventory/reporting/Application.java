package inventory.reporting;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Starts the reporting API. Environment variables configure it. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Inventory",
            version = "1",
            description =
                "Reports stock levels, movements, files, alerts and validation runs of all warehouses."),
    security = @SecurityRequirement(name = "token"))
public final class Application {

  private Application() {}

  /** Runs until the process is stopped. */
  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
