package inventory.reporting.http.browser;

import inventory.reporting.access.OidcSettings;
import inventory.reporting.domain.files.InboxFiles;
import inventory.reporting.http.Paths;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves the dashboard's settings. */
@Hidden
@Controller("/config.json")
final class DashboardConfigurationController {

  private static final String SCOPE = "openid profile";

  private final DashboardConfiguration configuration;

  DashboardConfigurationController(OidcSettings oidc, InboxFiles files) {
    this.configuration =
        new DashboardConfiguration(
            Paths.ROOT, oidc.issuer(), oidc.clientId(), SCOPE, files.origin());
  }

  @Get
  DashboardConfiguration configuration() {
    return configuration;
  }
}
