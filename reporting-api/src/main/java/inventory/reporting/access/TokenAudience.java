package inventory.reporting.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Accepts only tokens that expire and that are for one of our clients. The library accepts tokens
 * without an expiry, and it looks for the client only in the audience, which Cognito's access
 * tokens lack.
 */
@Singleton
final class TokenAudience implements GenericJwtClaimsValidator<HttpRequest<?>> {

  private final OidcSettings settings;

  TokenAudience(OidcSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean validate(Claims claims, HttpRequest<?> request) {
    return claims.get("exp") != null && isForClient(claims) && isAccess(claims);
  }

  /** Cognito says what a token is for. Its identity tokens tell the page who signed in. */
  private static boolean isAccess(Claims claims) {
    Object use = claims.get("token_use");
    return use == null || "access".equals(use);
  }

  private boolean isForClient(Claims claims) {
    Object audience = claims.get("aud");
    return settings.accepts(claims.get("client_id"))
        || settings.accepts(audience)
        || (audience instanceof Collection<?> several
            && several.stream().anyMatch(settings::accepts));
  }
}
