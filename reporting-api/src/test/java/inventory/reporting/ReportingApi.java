package inventory.reporting;

import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.testkit.EmbeddedIdentity;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The service in this process on a free port, asked over HTTP by an operator. */
final class ReportingApi implements AutoCloseable {

  private static final String OPERATOR = EmbeddedIdentity.running().token(Access.OPERATOR);

  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json;

  /**
   * An answer.
   *
   * @param body the body as JSON; null where it is none
   */
  record Answer(int status, String contentType, String text, JsonNode body, HttpHeaders headers) {}

  ReportingApi(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(login());
    all.putAll(properties);
    all.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, all);
    json = server.getApplicationContext().getBean(JsonMapper.class);
  }

  /** The properties by which the service knows the tokens of this virtual machine's tests. */
  static Map<String, Object> login() {
    Map<String, String> variables = EmbeddedIdentity.running().environment();
    return Map.of(
        "inventory.oidc.issuer", variables.get(Variables.OIDC_ISSUER),
        "inventory.oidc.jwks", variables.get(Variables.OIDC_JWKS));
  }

  /** Percent-encodes a name for a path or a query. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Gets a path under the API's version. */
  Answer get(String path) {
    return ask("GET", "/v1" + path);
  }

  /**
   * Gets a path under the API's version.
   *
   * @param headers names and values by turns
   */
  Answer get(String path, String... headers) {
    return answer(send(request("/v1" + path).headers(headers).build()));
  }

  /** Gets a path under the API's version as the bytes that are sent. */
  HttpResponse<byte[]> getBytes(String path, String... headers) {
    return send(
        request("/v1" + path).headers(headers).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Posts nothing to a path under the API's version. */
  Answer post(String path) {
    return ask("POST", "/v1" + path);
  }

  /** Posts JSON, or what claims to be, to a path under the API's version. */
  Answer post(String path, String body) {
    return answer(
        send(
            request("/v1" + path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /** Makes any call with a body of JSON, or what claims to be. */
  Answer call(String method, String target, String body, String accept) {
    return answer(
        send(
            request(target)
                .header("accept", accept)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  Answer ask(String method, String path) {
    return answer(send(method, path));
  }

  HttpResponse<String> send(String method, String path) {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  /** Makes a call, as it is. */
  Answer call(Call call) {
    HttpRequest.Builder request = anonymous(call.target());
    call.headers().forEach(request::header);
    HttpRequest.BodyPublisher body =
        call.body()
            .map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody);
    return answer(send(request.method(call.method(), body).build()));
  }

  private HttpRequest.Builder request(String path) {
    return anonymous(path).header("authorization", "Bearer " + OPERATOR);
  }

  private HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
  }

  private Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    String text = response.body();
    return new Answer(
        response.statusCode(), type, text, tree(json, type, text), response.headers());
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  static JsonNode tree(JsonMapper json, String type, String body) {
    try {
      return type.contains("json") ? json.readValue(body, JsonNode.class) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
