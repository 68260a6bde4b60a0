package inventory.stack;

import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one logs in to an environment.
 *
 * @param variables whose access tokens the reporting API takes; where this machine has the identity
 *     server, one of them, too
 */
record Login(Map<String, String> variables) {

  private static final List<String> NAMES =
      List.of(
          Variables.OIDC_ISSUER, Variables.OIDC_JWKS, Variables.OIDC_CLIENT_ID, Variables.TOKEN);

  /**
   * At the identity server of this machine.
   *
   * @param identity is ready
   */
  static Login at(IdentityProcess identity) throws InterruptedException {
    Map<String, String> variables = new LinkedHashMap<>(identity.environment());
    variables.put(Variables.OIDC_CLIENT_ID, Access.CLIENT_ID);
    variables.put(Variables.TOKEN, new AccessTokens(identity.issuer()).issue(Access.OPERATOR));
    return new Login(variables);
  }

  /** At the issuer that the settings name; empty if they name none. */
  static Optional<Login> named(Map<String, String> settings) {
    Map<String, String> variables = new LinkedHashMap<>(settings);
    variables.keySet().retainAll(NAMES);
    return settings.containsKey(Variables.OIDC_ISSUER)
        ? Optional.of(new Login(variables))
        : Optional.empty();
  }

  /** Adds what a service needs: it has no token of its own. */
  void addTo(Map<String, String> environment) {
    environment.putAll(variables);
    environment.remove(Variables.TOKEN);
  }
}
