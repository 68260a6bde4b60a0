package inventory.pulumi.api;

import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Artefacts;
import inventory.pulumi.compute.Program;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.compute.Programs;
import inventory.pulumi.compute.Schedules;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.identity.DashboardClient;
import inventory.pulumi.identity.ProgramClients;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.storage.EncryptionKey;

/**
 * The API, the dashboard and the sign-in for both.
 *
 * @param gateway the HTTP API
 * @param function the function behind it
 * @param site the dashboard's address, which also serves the API
 */
public record WebApi(Gateway gateway, ProgramFunction function, DashboardDistribution site) {

  private static final String HANDLER = "inventory.reporting.lambda.HttpApiFunction";

  // More memory means more processor. Less would start more slowly and cost as much.
  private static final int MEMORY_MEGABYTES = 1_024;

  // The gateway waits for 30 s.
  private static final int TIMEOUT_SECONDS = 29;

  /** A request for the API's description, in the form of the gateway. */
  private static final String PING =
      """
      {"version":"2.0","routeKey":"GET /v1/openapi.yml","rawPath":"/v1/openapi.yml",\
      "rawQueryString":"","headers":{"host":"ping"},"isBase64Encoded":false,\
      "requestContext":{"stage":"$default","http":{"method":"GET","path":"/v1/openapi.yml"}}}""";

  /** Declares the addresses first, then everything that must know them. */
  public static WebApi declare(
      StackContext base,
      DataResources data,
      Programs programs,
      Artefacts artefacts,
      Schedules schedules) {
    EncryptionKey key = data.key();
    SignIn signIn = new SignIn("sign-in", base);
    Gateway gateway = new Gateway("gateway", base, data.logs());
    DashboardDistribution site =
        new DashboardDistribution("site", base, key, gateway, signIn, data.storage());
    DashboardClient client = new DashboardClient("client", base, signIn, site.url());
    ProgramClients clients = new ProgramClients("programs", base, signIn);
    CursorKey cursors = new CursorKey("cursors", base, key);
    ProgramFunction function =
        new ProgramFunction(
            programs.reporting(signIn, client, clients, cursors.value()),
            data,
            artefacts.function(Program.REPORTING),
            HANDLER,
            MEMORY_MEGABYTES,
            TIMEOUT_SECONDS);
    schedules.add(
        function,
        "inventory-api-ping",
        "Keeps the API's snapshot, which AWS drops after two weeks without a call",
        "rate(7 days)",
        function.live().arn(),
        function.call(),
        PING);
    new ApiRoutes("routes", base, gateway, signIn, client, clients, function);
    new DashboardFiles("files", base, artefacts, key, site, signIn, client, data.storage());
    return new WebApi(gateway, function, site);
  }
}
