package inventory.reporting.access;

import inventory.reporting.http.problems.Unavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Answers 503 with Retry-After while the issuer's keys cannot be fetched: the token may be good.
 */
@Singleton
final class KeysUnavailableHandler
    implements ExceptionHandler<KeysUnavailableException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  KeysUnavailableHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, KeysUnavailableException exception) {
    ErrorContext context =
        ErrorContext.builder(request).errorMessage(exception.getMessage()).build();
    return Unavailable.answer(problems, context, exception);
  }
}
