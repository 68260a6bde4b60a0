package inventory.reporting.access;

import inventory.model.resource.Access;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.DefaultRolesFinder;
import io.micronaut.security.token.RolesFinder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The roles of a token. A person has them by groups, a program by scopes: an issuer gives a person
 * no scope of this API, and Cognito gives a program no group.
 */
@Singleton
@Replaces(DefaultRolesFinder.class)
final class Roles implements RolesFinder {

  /** The claim of RFC 8693, section 4.2: scopes, separated by spaces. */
  private static final String SCOPE = "scope";

  @Override
  public List<String> resolveRoles(Map<String, Object> claims) {
    List<String> roles = new ArrayList<>();
    if (claims.get(Access.GROUPS) instanceof Collection<?> groups) {
      groups.forEach(group -> roles.add(group.toString()));
    }
    if (claims.get(SCOPE) instanceof String scopes) {
      Arrays.stream(scopes.split(" "))
          .map(Access.ROLES_BY_SCOPE::get)
          .filter(Objects::nonNull)
          .forEach(roles::add);
    }
    return roles;
  }
}
