package inventory.reporting.http.browser;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The settings that the dashboard needs before a user signs in. In the cloud a file with the same
 * content lies next to the page.
 *
 * @param api the path of the API, on the page's own origin
 * @param issuer the OIDC issuer, where users sign in
 * @param clientId the page's client at the issuer
 * @param scope the scopes that the page requests
 * @param bucketOrigin the origin that files are uploaded to
 */
@Serdeable
record DashboardConfiguration(
    String api, String issuer, String clientId, String scope, String bucketOrigin) {}
