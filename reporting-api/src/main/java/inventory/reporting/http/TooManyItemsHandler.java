package inventory.reporting.http;

import inventory.reporting.domain.TooManyItemsException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers 400 where a list is too long for what was asked of it. */
@Singleton
public final class TooManyItemsHandler
    implements ExceptionHandler<TooManyItemsException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  /** Words its answers by this. */
  public TooManyItemsHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, TooManyItemsException exception) {
    ErrorContext context =
        ErrorContext.builder(request).cause(exception).errorMessage(exception.getMessage()).build();
    return problems.processResponse(context, HttpResponse.badRequest());
  }
}
