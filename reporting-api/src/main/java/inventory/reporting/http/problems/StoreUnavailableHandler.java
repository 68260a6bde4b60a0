package inventory.reporting.http.problems;

import inventory.reporting.domain.StoreUnavailableException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers 503 with Retry-After while the database does not answer. */
@Singleton
public final class StoreUnavailableHandler
    implements ExceptionHandler<StoreUnavailableException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  /** Writes its answers with this processor. */
  public StoreUnavailableHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, StoreUnavailableException exception) {
    ErrorContext context = ErrorContext.builder(request).cause(exception).build();
    return Unavailable.answer(problems, context, exception);
  }
}
