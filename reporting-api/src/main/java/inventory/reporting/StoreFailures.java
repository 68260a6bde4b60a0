package inventory.reporting;

import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.reporting.domain.StoreUnavailableException;
import inventory.reporting.http.problems.StoreUnavailableHandler;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Answers requests for which the SDK's last attempt failed. A busy or unreachable store is a 503,
 * any other failure a 500. The class is in this package because the REST interface does not know
 * the SDK, and the adapters do not know the REST interface.
 */
@Singleton
final class StoreFailures implements ExceptionHandler<SdkException, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);
  private static final int SERVER_ERROR = 500;

  private final StoreUnavailableHandler unavailable;
  private final ErrorResponseProcessor<?> problems;

  StoreFailures(StoreUnavailableHandler unavailable, ErrorResponseProcessor<?> problems) {
    this.unavailable = unavailable;
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, SdkException exception) {
    if (passes(exception)) {
      return unavailable.handle(
          request, new StoreUnavailableException("the store does not answer", exception));
    }
    LOG.error("{} {} failed", request.getMethod(), request.getPath(), exception);
    ErrorContext context = ErrorContext.builder(request).cause(exception).build();
    return problems.processResponse(context, HttpResponse.serverError());
  }

  /** Whether the same request may succeed later. */
  static boolean passes(SdkException failure) {
    if (failure instanceof TransactionCanceledException cancelled) {
      return AuditedWrite.collided(cancelled);
    }
    if (failure instanceof SdkServiceException answer) {
      return answer.isThrottlingException() || answer.statusCode() >= SERVER_ERROR;
    }
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || failure.getCause() instanceof IOException;
  }
}
