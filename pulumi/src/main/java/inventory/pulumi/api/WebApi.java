package inventory.pulumi.api;

import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Programs;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.identity.DashboardClient;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.storage.EncryptionKey;

/**
 * The API, the dashboard and the sign-in for both.
 *
 * @param gateway the HTTP API
 * @param function the function behind it
 * @param site the dashboard's address, which also serves the API
 */
public record WebApi(Gateway gateway, ReportingFunction function, DashboardDistribution site) {

  /** Declares the addresses first, then everything that must know them. */
  public static WebApi declare(
      StackContext base, DataResources data, Programs programs, Artefacts artefacts) {
    EncryptionKey key = data.key();
    SignIn signIn = new SignIn("sign-in", base);
    Gateway gateway = new Gateway("gateway", base, data.logs());
    DashboardDistribution site =
        new DashboardDistribution("site", base, key, artefacts, gateway, signIn, data.storage());
    DashboardClient client = new DashboardClient("client", base, signIn, site.url());
    CursorKey cursors = new CursorKey("cursors", base, key);
    ReportingFunction function =
        new ReportingFunction(
            programs.reporting(signIn, client.id(), cursors.value()),
            base,
            artefacts,
            key,
            data.logs());
    new ApiRoutes("routes", base, gateway, signIn, client, function);
    new DashboardFiles("files", base, artefacts, key, site, signIn, client, data.storage());
    return new WebApi(gateway, function, site);
  }
}
