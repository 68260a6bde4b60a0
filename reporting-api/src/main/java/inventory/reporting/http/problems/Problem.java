package inventory.reporting.http.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A problem document (RFC 9457).
 *
 * @param type always {@code about:blank}; the status tells the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, for people
 * @param instance the path of the request
 * @param parameter the name of the parameter that is not valid
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable String parameter) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
