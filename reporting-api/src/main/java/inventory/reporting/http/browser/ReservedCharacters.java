package inventory.reporting.http.browser;

import inventory.reporting.http.Paths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.annotation.PreMatching;
import java.net.URI;

/**
 * Accepts {@code + & ;} unencoded in paths, as RFC 3986 does. The router would read a plus as a
 * space and would find no route for the others, so they are encoded before it sees the path. The
 * framework cannot move a body to a corrected request, so requests with a body are refused. In a
 * Lambda function the request is corrected in place, with its body.
 */
@ServerFilter(Paths.ROOT + "/**")
final class ReservedCharacters {

  @PreMatching
  @RequestFilter
  @Nullable
  HttpRequest<?> encode(HttpRequest<?> request) {
    String raw = request.getUri().toString();
    int end = raw.indexOf('?') < 0 ? raw.length() : raw.indexOf('?');
    String path = raw.substring(0, end);
    String encoded = path.replace("+", "%2B").replace("&", "%26").replace(";", "%3B");
    if (encoded.equals(path)) {
      return null;
    }
    URI corrected = URI.create(encoded + raw.substring(end));
    if (request instanceof MutableHttpRequest<?> ownedByUs) {
      return ownedByUs.uri(corrected);
    }
    if (hasBody(request)) {
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST,
          "The path has one of the characters + & ; in it. In a request with a body they must be"
              + " percent-encoded as %2B, %26 or %3B.");
    }
    return request.mutate().uri(corrected);
  }

  private static boolean hasBody(HttpRequest<?> request) {
    return request.getContentLength() > 0
        || request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
  }
}
