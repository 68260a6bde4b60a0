package inventory.reporting.http.problems;

import inventory.reporting.domain.RefusedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers requests that the domain refuses, with its message. */
@Singleton
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  RefusedHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, RefusedException exception) {
    HttpStatus status =
        switch (exception.reason()) {
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case TOO_MUCH -> HttpStatus.BAD_REQUEST;
        };
    ErrorContext context =
        ErrorContext.builder(request).cause(exception).errorMessage(exception.getMessage()).build();
    return problems.processResponse(context, HttpResponse.status(status));
  }
}
