package inventory.reporting.http.browser;

import inventory.model.Hex;
import inventory.reporting.http.Paths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives every JSON answer a tag made from its bytes, and answers 304 to clients that have the same
 * bytes. The tags are weak, as the same answer may be sent compressed or not.
 */
@ServerFilter(Paths.ROOT + "/**")
final class EntityTags {

  private static final String ANY = "*";
  private static final String WEAK = "W/";
  // 128 bits are enough to tell the answers of one address apart.
  private static final int DIGEST_BYTES = 16;

  private final JsonMapper json;

  EntityTags(JsonMapper json) {
    this.json = json;
  }

  @ResponseFilter
  @Nullable
  HttpResponse<?> tag(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
    // Every JSON body is a record; files and CSV are not.
    if (!isRead(request) || response.status() != HttpStatus.OK || !isRecord(response)) {
      return null;
    }
    byte[] body = json.writeValueAsBytes(response.body());
    String tag = tagOf(body);
    if (isKnown(request, tag)) {
      return marked(HttpResponse.notModified(), tag);
    }
    return marked(response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE), tag);
  }

  private static boolean isRead(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  private static boolean isRecord(HttpResponse<?> response) {
    return response.body() instanceof Record;
  }

  private static String tagOf(byte[] body) {
    byte[] digest = Hex.sha256().digest(body);
    return "\"" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "\"";
  }

  /** Compares weakly, as RFC 9110 says of this header. */
  private static boolean isKnown(HttpRequest<?> request, String tag) {
    List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
    return known.stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .map(String::strip)
        .map(one -> one.startsWith(WEAK) ? one.substring(WEAK.length()) : one)
        .anyMatch(one -> one.equals(tag) || one.equals(ANY));
  }

  /** Clients may keep the answer, but must validate it each time. */
  private static HttpResponse<?> marked(MutableHttpResponse<?> response, String tag) {
    return response
        .header(HttpHeaders.ETAG, WEAK + tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
