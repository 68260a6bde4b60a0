package inventory.reporting.http;

import inventory.reporting.domain.NotReleasableException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers 409 where a file cannot be released. */
@Singleton
public final class NotReleasableHandler
    implements ExceptionHandler<NotReleasableException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  /** Words its answers by this. */
  public NotReleasableHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, NotReleasableException exception) {
    ErrorContext context =
        ErrorContext.builder(request).cause(exception).errorMessage(exception.getMessage()).build();
    return problems.processResponse(context, HttpResponse.status(HttpStatus.CONFLICT));
  }
}
