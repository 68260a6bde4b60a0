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
 * Answers unauthorized requests: 401 without a valid token, 403 if the token does not allow the
 * request. The challenges follow RFC 6750.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RefusedRequests implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

  private static final String SCHEME = "Bearer";

  private static final String NO_TOKEN =
      "The request has no access token. Send it in the header Authorization: Bearer <token>.";

  private static final String BAD_TOKEN =
      "The access token is not valid: it has expired, its signature is wrong, or it is from another"
          + " issuer or for another client. Sign in again.";

  private static final String NO_RIGHT =
      ("The access token does not allow this. A person needs the group %s, or %s to read. A program"
              + " needs the scope %s, or %s to read, or %s to upload and to state facts.")
          .formatted(
              Access.OPERATOR,
              Access.VIEWER,
              Access.OPERATE_SCOPE,
              Access.READ_SCOPE,
              Access.WRITE_SCOPE);

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
