package inventory.reporting.http;

import io.micronaut.http.HttpRequest;
import java.security.Principal;

/** The user who sends a request. */
public final class User {

  private User() {}

  /** The subject of the access token; empty if the API has no login. */
  public static String of(HttpRequest<?> request) {
    return request.getUserPrincipal().map(Principal::getName).orElse("");
  }
}
