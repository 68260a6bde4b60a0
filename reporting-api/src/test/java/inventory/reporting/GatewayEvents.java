package inventory.reporting;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes of a call the event document with which API Gateway would call the function. */
final class GatewayEvents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GatewayEvents() {}

  /** The event of a REST API: the path as it came, the parameters decoded, each as a list. */
  static String ofRestApi(Call call) {
    ObjectNode event = template("rest-api.json");
    event.put("path", call.path()).put("httpMethod", call.method());
    event.withObject("/pathParameters").put("proxy", call.path().substring(1));
    event.withObject("/requestContext").put("httpMethod", call.method());
    event.withObject("/requestContext").put("path", "/prod" + call.path());
    call.headers()
        .forEach(
            (name, value) -> {
              event.withObject("/headers").put(name, value);
              event.withObject("/multiValueHeaders").putArray(name).add(value);
            });
    parameters(call)
        .forEach(
            (name, values) -> {
              String last = values.get(values.size() - 1);
              event.withObject("/queryStringParameters").put(name, last);
              values.forEach(
                  event.withObject("/multiValueQueryStringParameters").putArray(name)::add);
            });
    // As with the binary media type */*, by which files come out as they are.
    call.body().ifPresent(body -> event.put("body", base64(body)).put("isBase64Encoded", true));
    return event.toString();
  }

  /** The event of an HTTP API, form 2.0: the path decoded, the parameters joined by commas. */
  static String ofHttpApi(Call call) {
    ObjectNode event = template("http-api.json");
    String path = decoded(call.path().replace("+", "%2B"));
    event.put("rawPath", path).put("rawQueryString", call.query());
    event.withObject("/requestContext/http").put("method", call.method()).put("path", path);
    call.headers()
        .forEach(
            (name, value) ->
                event.withObject("/headers").put(name.toLowerCase(Locale.ROOT), value));
    parameters(call)
        .forEach(
            (name, values) ->
                event
                    .withObject("/queryStringParameters")
                    .put(name, values.stream().collect(joining(","))));
    call.body().ifPresent(body -> event.put("body", body));
    int length = call.body().orElse("").getBytes(StandardCharsets.UTF_8).length;
    event.withObject("/headers").put("content-length", String.valueOf(length));
    return event.toString();
  }

  private static Map<String, List<String>> parameters(Call call) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String part : call.query().split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters
            .computeIfAbsent(decoded(part.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(part.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode template(String name) {
    try (InputStream file = GatewayEvents.class.getResourceAsStream("/events/" + name)) {
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
