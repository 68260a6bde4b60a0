package inventory.reporting.access;

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

/**
 * Answers 503 with Retry-After while the issuer's keys cannot be fetched: the token may be good.
 */
@Singleton
final class KeysUnavailableHandler
    implements ExceptionHandler<KeysUnavailableException, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(KeysUnavailableHandler.class);

  private static final int RETRY_AFTER_SECONDS = 5;

  private final ErrorResponseProcessor<?> problems;

  KeysUnavailableHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, KeysUnavailableException exception) {
    LOG.warn("{} {} was answered 503", request.getMethod(), request.getPath(), exception);
    ErrorContext context =
        ErrorContext.builder(request).errorMessage(exception.getMessage()).build();
    return problems
        .processResponse(context, HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE))
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
  }
}
