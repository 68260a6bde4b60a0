package inventory.reporting;

import inventory.reporting.domain.StoreUnavailableException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Tells failures that pass, a store under load or out of reach, from those that a person must look
 * into. It is asked when the SDK has made its last attempt.
 */
final class StoreFailures implements ExecutionInterceptor {

  private static final int SERVER_ERROR = 500;

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes executionAttributes) {
    return translated(context.exception());
  }

  static Throwable translated(Throwable failure) {
    return passes(failure)
        ? new StoreUnavailableException("the store cannot answer now", failure)
        : failure;
  }

  private static boolean passes(Throwable failure) {
    if (failure instanceof SdkServiceException answer) {
      return answer.isThrottlingException() || answer.statusCode() >= SERVER_ERROR;
    }
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || (failure instanceof SdkClientException && failure.getCause() instanceof IOException);
  }
}
