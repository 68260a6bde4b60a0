package inventory.reporting.http.problems;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 503 with Retry-After while another system does not answer. */
public final class Unavailable {

  private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

  /** Long enough for DynamoDB to add capacity, short enough for people. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private Unavailable() {}

  /**
   * The answer.
   *
   * @param problems writes it
   * @param context the error as the answer describes it
   * @param exception the failure, for the log
   */
  public static HttpResponse<?> answer(
      ErrorResponseProcessor<?> problems, ErrorContext context, RuntimeException exception) {
    HttpRequest<?> request = context.getRequest();
    LOG.warn("{} {} was answered 503", request.getMethod(), request.getPath(), exception);
    return problems
        .processResponse(context, HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE))
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
  }
}
