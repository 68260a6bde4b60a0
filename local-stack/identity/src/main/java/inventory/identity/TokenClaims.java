package inventory.identity;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import inventory.model.resource.Access;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in an access token: as Cognito writes it, the client as {@code client_id} and no
 * audience. Who logs in on the page gets the groups from there; a program that asks by its
 * credentials gets those that it names as scope.
 */
final class TokenClaims implements OAuth2TokenCallback {

  /** A working day: a shell that has read the variables in the morning can use them all day. */
  private static final Duration LIFETIME = Duration.ofHours(12);

  private static final List<String> GROUPS = List.of(Access.VIEWER, Access.OPERATOR);

  @Override
  public String issuerId() {
    return IdentityServer.NAME;
  }

  @Override
  public String subject(TokenRequest request) {
    List<String> groups = groups(request);
    return groups.isEmpty() ? client(request) : groups.get(0);
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of();
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("client_id", client(request));
    List<String> groups = groups(request);
    if (!groups.isEmpty()) {
      claims.put(Access.GROUPS, groups);
    }
    return claims;
  }

  @Override
  public long tokenExpiry() {
    return LIFETIME.toSeconds();
  }

  private static List<String> groups(TokenRequest request) {
    boolean isProgram =
        GrantType.CLIENT_CREDENTIALS.equals(request.getAuthorizationGrant().getType());
    Scope scope = request.getScope();
    return isProgram && scope != null
        ? GROUPS.stream().filter(scope::contains).toList()
        : List.of();
  }

  private static String client(TokenRequest request) {
    return Optional.ofNullable(request.getClientAuthentication())
        .map(authentication -> authentication.getClientID())
        .or(() -> Optional.ofNullable(request.getClientID()))
        .map(id -> id.getValue())
        .orElse("");
  }
}
