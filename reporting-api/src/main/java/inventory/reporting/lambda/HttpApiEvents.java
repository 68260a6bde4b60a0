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
import java.util.regex.Pattern;

/** Converts events of an HTTP API (payload 2.0) to those of a REST API, and answers back. */
final class HttpApiEvents {

  /** The characters in paths of the API and of its files. A path with another one leads nowhere. */
  private static final Pattern PATH = Pattern.compile("/|(?:/[A-Za-z0-9._-]+)+/?");

  private static final String NOWHERE = "/-";

  private HttpApiEvents() {}

  /** The request as an event of a REST API. */
  static APIGatewayProxyRequestEvent request(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    if (event.getCookies() != null) {
      headers.put("cookie", String.join("; ", event.getCookies()));
    }
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(event.getRequestContext().getHttp().getMethod())
        .withPath(PATH.matcher(event.getRawPath()).matches() ? event.getRawPath() : NOWHERE)
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
