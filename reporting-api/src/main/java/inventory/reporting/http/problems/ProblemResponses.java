package inventory.reporting.http.problems;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Makes a problem document of every error, also of those that the framework finds. */
@Singleton
public final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final String UNEXPECTED =
      "The report could not be made; the log of the service says why. It may help to try again.";

  private static final String BUSY =
      "The store is busy or cannot be reached; try again after some seconds, as Retry-After says.";

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

  /** Nothing of the inside is told to the outside. */
  private static String detail(ErrorContext context, HttpStatus status) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      return BUSY;
    }
    if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
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
