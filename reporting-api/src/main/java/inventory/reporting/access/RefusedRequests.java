package inventory.reporting.access;

import inventory.model.resource.Access;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/**
 * Answers requests without a right: 401 without a token that holds, 403 with one that gives no
 * right to this. The challenges are those of RFC 6750.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RefusedRequests implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

  private static final String SCHEME = "Bearer";

  private static final String NO_TOKEN =
      "This takes an access token: send it as the header Authorization, after the word Bearer.";

  private static final String BAD_TOKEN =
      "The access token does not hold: it has expired, is of another issuer or for another client,"
          + " or its signature is wrong. Log in again.";

  private static final String NO_RIGHT =
      "The access token gives no right to this: it takes the group %s, or to read, %s."
          .formatted(Access.OPERATOR, Access.VIEWER);

  private final ErrorResponseProcessor<?> problems;

  RefusedRequests(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, AuthorizationException exception) {
    if (exception.isForbidden()) {
      return refuse(request, HttpStatus.FORBIDDEN, NO_RIGHT, " error=\"insufficient_scope\"");
    }
    boolean hasToken = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    return hasToken
        ? refuse(request, HttpStatus.UNAUTHORIZED, BAD_TOKEN, " error=\"invalid_token\"")
        : refuse(request, HttpStatus.UNAUTHORIZED, NO_TOKEN, "");
  }

  private HttpResponse<?> refuse(
      HttpRequest<?> request, HttpStatus status, String detail, String error) {
    ErrorContext context = ErrorContext.builder(request).errorMessage(detail).build();
    return problems
        .processResponse(context, HttpResponse.status(status))
        .header(HttpHeaders.WWW_AUTHENTICATE, SCHEME + error);
  }
}
