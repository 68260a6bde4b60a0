package inventory.reporting;

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

/**
 * Answers for AWS when the SDK has made its last attempt: failures that pass, of a store under load
 * or out of reach, are told from those that a person must look into. It stands here, as neither the
 * REST interface knows the SDK nor the adapters know the REST interface.
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
          request, new StoreUnavailableException("the store cannot answer now", exception));
    }
    LOG.error("{} {} failed", request.getMethod(), request.getPath(), exception);
    ErrorContext context = ErrorContext.builder(request).cause(exception).build();
    return problems.processResponse(context, HttpResponse.serverError());
  }

  /** Whether the same request may succeed a little later. */
  static boolean passes(SdkException failure) {
    if (failure instanceof SdkServiceException answer) {
      return answer.isThrottlingException() || answer.statusCode() >= SERVER_ERROR;
    }
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || failure.getCause() instanceof IOException;
  }
}
