package inventory.reporting.access;

import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.net.URI;

/**
 * Whose access tokens are taken, checked at the start.
 *
 * @param issuer the issuer, an absolute URL, as it stands in the tokens; see {@link
 *     Variables#OIDC_ISSUER}
 * @param jwks the URL of its keys, see {@link Variables#OIDC_JWKS}
 * @param clientId the client that the tokens are for; {@link Access#CLIENT_ID} unless set
 */
@Context
@ConfigurationProperties("inventory.oidc")
public record OidcSettings(String issuer, String jwks, String clientId) {

  /** Refuses to start with a setting by which no token, or any, would be taken. */
  public OidcSettings {
    requireUrl(issuer, Variables.OIDC_ISSUER, "the issuer of access tokens");
    requireUrl(jwks, Variables.OIDC_JWKS, "the keys of the issuer");
    if (clientId.isBlank()) {
      throw new IllegalArgumentException(
          Variables.OIDC_CLIENT_ID + " is empty: set it to the client's id, or unset it");
    }
  }

  private static void requireUrl(String value, String variable, String meaning) {
    if (!isUrl(value)) {
      throw new IllegalArgumentException(
          "%s is \"%s\": set it to the URL of %s".formatted(variable, value, meaning));
    }
  }

  private static boolean isUrl(String value) {
    try {
      URI uri = URI.create(value);
      return uri.getHost() != null && uri.getScheme().startsWith("http");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
