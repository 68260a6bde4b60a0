package inventory.reporting.http.problems;

import inventory.reporting.domain.StoreUnavailableException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 503 with Retry-After while the database does not answer. */
@Singleton
public final class StoreUnavailableHandler
    implements ExceptionHandler<StoreUnavailableException, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableHandler.class);

  /** Long enough for DynamoDB to add capacity, short enough for people. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ErrorResponseProcessor<?> problems;

  /** Writes its answers with this processor. */
  public StoreUnavailableHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, StoreUnavailableException exception) {
    LOG.warn("{} {} was answered 503", request.getMethod(), request.getPath(), exception);
    ErrorContext context = ErrorContext.builder(request).cause(exception).build();
    return problems
        .processResponse(context, HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE))
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
  }
}
