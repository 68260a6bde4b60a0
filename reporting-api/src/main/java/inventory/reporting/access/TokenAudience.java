package inventory.reporting.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Accepts only tokens that expire and that are for this client. The library accepts tokens without
 * an expiry, and it looks for the client only in the audience, which Cognito's access tokens lack.
 */
@Singleton
final class TokenAudience implements GenericJwtClaimsValidator<HttpRequest<?>> {

  private final String clientId;

  TokenAudience(OidcSettings settings) {
    this.clientId = settings.clientId();
  }

  @Override
  public boolean validate(Claims claims, HttpRequest<?> request) {
    return claims.get("exp") != null && isForClient(claims);
  }

  private boolean isForClient(Claims claims) {
    Object audience = claims.get("aud");
    return clientId.equals(claims.get("client_id"))
        || clientId.equals(audience)
        || (audience instanceof Collection<?> several && several.contains(clientId));
  }
}
