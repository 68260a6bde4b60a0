package inventory.reporting.http;

import inventory.model.AlertRecord.Decision;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.time.Instant;

/** The user who sends a request. */
public final class User {

  private User() {}

  /** The subject of the access token; empty if the API has no login. */
  public static String of(HttpRequest<?> request) {
    return request.getUserPrincipal().map(Principal::getName).orElse("");
  }

  /** What the user decides at a time, with the note of the request, if it has one. */
  public static Decision decision(HttpRequest<?> request, Instant at, @Nullable String note) {
    return new Decision(at, of(request), Parameters.note(note));
  }
}
