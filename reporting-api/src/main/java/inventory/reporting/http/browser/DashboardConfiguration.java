package inventory.reporting.http.browser;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the dashboard has to know before anybody has logged in; in the cloud a file of the same
 * content lies beside the page.
 *
 * @param api the path of the API, on the page's own origin
 * @param issuer the OIDC issuer, where people log in
 * @param clientId the client that the page is there
 * @param scope what it asks for
 * @param bucketOrigin the origin that files are uploaded to
 */
@Serdeable
record DashboardConfiguration(
    String api, String issuer, String clientId, String scope, String bucketOrigin) {}
