package inventory.pulumi;

/**
 * What people see: the API, the dashboard, and the sign-in to both.
 *
 * @param gateway where the API is called
 * @param function what answers
 * @param site the dashboard's address, with the API below it
 */
record WebApi(Gateway gateway, ReportingFunction function, Site site) {

  /** Declares it: first the addresses, then what must know them. */
  static WebApi declare(Foundation base, Data data, Programs programs, Artefacts artefacts) {
    EncryptionKey key = data.key();
    SignIn signIn = new SignIn("sign-in", base);
    Gateway gateway = new Gateway("gateway", base, data.logs());
    Site site = new Site("site", base, key, artefacts, gateway, signIn, data.storage());
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
