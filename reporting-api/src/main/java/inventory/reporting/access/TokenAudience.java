package inventory.reporting.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Accepts only tokens that expire and that are for this client. The library accepts tokens without
 * an expiry, and it looks for the client only in the audience, which Cognito's access tokens lack.
 * Identity tokens are not accepted.
 */
@Singleton
final class TokenAudience implements GenericJwtClaimsValidator<HttpRequest<?>> {

  private final String clientId;

  TokenAudience(OidcSettings settings) {
    this.clientId = settings.clientId();
  }

  @Override
  public boolean validate(Claims claims, HttpRequest<?> request) {
    return claims.get("exp") != null && isForClient(claims) && !isIdentity(claims);
  }

  /** Cognito's identity tokens tell the page who signed in; they prove no right. */
  private static boolean isIdentity(Claims claims) {
    return "id".equals(claims.get("token_use"));
  }

  private boolean isForClient(Claims claims) {
    Object audience = claims.get("aud");
    return clientId.equals(claims.get("client_id"))
        || clientId.equals(audience)
        || (audience instanceof Collection<?> several && several.contains(clientId));
  }
}
