package inventory.reporting.http.problems;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Turns every error into a problem document, including those of the framework. */
@Singleton
public final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final String UNEXPECTED =
      "An unexpected error. The service's log has the cause. A retry may help.";

  private static final String BUSY =
      "The database is busy or cannot be reached. Retry after the seconds in Retry-After.";

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = response.status();
    Problem problem =
        new Problem(
            "about:blank",
            status.getReason(),
            status.getCode(),
            detail(context, status),
            context.getRequest().getUri().getRawPath(),
            parameter(context));
    return response.body(problem).contentType(Problem.MEDIA_TYPE);
  }

  /** Server errors reveal no internals. */
  private static String detail(ErrorContext context, HttpStatus status) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE && context.getRootCause().isPresent()) {
      return BUSY;
    }
    if (status != HttpStatus.SERVICE_UNAVAILABLE
        && status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return UNEXPECTED;
    }
    return context.hasErrors()
        ? context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "))
        : status.getReason();
  }

  private static String parameter(ErrorContext context) {
    return context
        .getRootCause()
        .filter(BadParameterException.class::isInstance)
        .map(cause -> ((BadParameterException) cause).parameter())
        .orElse(null);
  }
}
