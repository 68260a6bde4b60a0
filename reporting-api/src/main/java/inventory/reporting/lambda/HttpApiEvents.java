package inventory.reporting.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.http.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts events of an HTTP API (payload 2.0) to those of a REST API, and answers back. */
final class HttpApiEvents {

  /** The characters that a path may have unencoded, besides letters and digits (RFC 3986). */
  private static final String PLAIN = "-._~!$'()*,=:@/";

  /** The header with the original path, which CloudFront adds: see {@code keep-path.js}. */
  private static final String PATH_HEADER = "inventory-path";

  private HttpApiEvents() {}

  /** The request as an event of a REST API. */
  static APIGatewayProxyRequestEvent request(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    if (event.getCookies() != null) {
      headers.put("cookie", String.join("; ", event.getCookies()));
    }
    String path = headers.remove(PATH_HEADER);
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(event.getRequestContext().getHttp().getMethod())
        .withPath(path == null ? encoded(event.getRawPath(), false) : encoded(path, true))
        .withMultiValueQueryStringParameters(parameters(event.getRawQueryString()))
        .withHeaders(headers)
        .withBody(event.getBody())
        .withIsBase64Encoded(event.getIsBase64Encoded());
  }

  /** The response for an HTTP API: one value for each header, cookies apart. */
  static APIGatewayV2HTTPResponse response(APIGatewayProxyResponseEvent event) {
    Map<String, String> headers =
        new HashMap<>(Optional.ofNullable(event.getHeaders()).orElse(Map.of()));
    List<String> cookies = new ArrayList<>();
    Optional.ofNullable(event.getMultiValueHeaders())
        .orElse(Map.of())
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
                cookies.addAll(values);
                headers.remove(name);
              } else {
                headers.put(name, String.join(",", values));
              }
            });
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(event.getStatusCode())
        .withHeaders(headers)
        .withCookies(cookies)
        .withBody(event.getBody())
        .withIsBase64Encoded(Boolean.TRUE.equals(event.getIsBase64Encoded()))
        .build();
  }

  /**
   * Encodes the characters that a path must not have unencoded.
   *
   * @param isEncoded whether characters may already be encoded; even then, a percent sign that
   *     encodes nothing is literal
   */
  private static String encoded(String path, boolean isEncoded) {
    StringBuilder text = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xff;
      if (isPlain(value) || (isEncoded && isEscape(bytes, i))) {
        text.append((char) value);
      } else {
        text.append('%').append(Character.toUpperCase(Character.forDigit(value >> 4, 16)));
        text.append(Character.toUpperCase(Character.forDigit(value & 0xf, 16)));
      }
    }
    return text.toString();
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && Character.digit(bytes[at + 1], 16) >= 0
        && Character.digit(bytes[at + 2], 16) >= 0;
  }

  private static boolean isPlain(int value) {
    return (value >= '0' && value <= '9')
        || (value >= 'A' && value <= 'Z')
        || (value >= 'a' && value <= 'z')
        || PLAIN.indexOf(value) >= 0;
  }

  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String part : Optional.ofNullable(query).orElse("").split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      if (!name.isEmpty()) {
        parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that encodes nothing is literal.
      return text;
    }
  }
}
