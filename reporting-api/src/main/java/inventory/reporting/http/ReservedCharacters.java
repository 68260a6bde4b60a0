package inventory.reporting.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.net.URI;

/**
 * Lets names in paths hold the characters {@code + & ;} as they are, which RFC 3986 allows in a
 * path: the router would read a plus as a space and find no route for the others.
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
    return encoded.equals(path)
        ? null
        : request.mutate().uri(URI.create(encoded + raw.substring(end)));
  }
}
