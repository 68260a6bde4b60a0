package inventory.reporting.http;

import inventory.model.AlertRecord.Decision;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** The user who sends a request. */
public final class User {

  private User() {}

  /** The subject of the access token; empty if the API has no login. */
  public static String of(HttpRequest<?> request) {
    return request.getUserPrincipal().map(Principal::getName).orElse("");
  }

  /** Whether the user has one of these roles. */
  public static boolean isOneOf(HttpRequest<?> request, String... roles) {
    return request
        .getUserPrincipal(Authentication.class)
        .filter(user -> !Collections.disjoint(user.getRoles(), List.of(roles)))
        .isPresent();
  }

  /** What the user decides at a time, with the note of the request, if it has one. */
  public static Decision decision(HttpRequest<?> request, Instant at, @Nullable String note) {
    return new Decision(at, of(request), Parameters.note(note));
  }
}
