package inventory.reporting.http;

import inventory.reporting.domain.NoSuchRecordException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers 404 where the name asked for is not on record. */
@Singleton
public final class NoSuchRecordHandler
    implements ExceptionHandler<NoSuchRecordException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  /** Words its answers by this. */
  public NoSuchRecordHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, NoSuchRecordException exception) {
    ErrorContext context =
        ErrorContext.builder(request).cause(exception).errorMessage(exception.getMessage()).build();
    return problems.processResponse(context, HttpResponse.notFound());
  }
}
