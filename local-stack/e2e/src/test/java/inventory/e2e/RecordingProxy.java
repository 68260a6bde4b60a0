package inventory.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between one program and one service of the embedded AWS. It forwards everything unchanged
 * and records the calls.
 */
final class RecordingProxy implements AutoCloseable {

  private static final String TARGET = "X-Amz-Target";
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade");

  private final URI target;
  private final Set<AwsCall> calls;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Starts it.
   *
   * @param target the service's address
   * @param calls the calls are added to this collection
   */
  RecordingProxy(URI target, Set<AwsCall> calls) throws IOException {
    this.target = target;
    this.calls = calls;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** A set for the calls of several threads. */
  static Set<AwsCall> newCalls() {
    return ConcurrentHashMap.newKeySet();
  }

  /** The address for the program. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String operation = exchange.getRequestHeaders().getFirst(TARGET);
      calls.addAll(
          operation == null
              ? List.of(AwsCall.ofBucket(exchange.getRequestMethod(), exchange.getRequestURI()))
              : AwsCall.of(operation, body));
      HttpResponse<byte[]> answer =
          http.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!isNotPassedOn(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean hasBody = answer.body().length > 0;
      exchange.sendResponseHeaders(answer.statusCode(), hasBody ? answer.body().length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Forwards with the original host, because it is signed. */
  private HttpRequest request(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().toString();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(target.getScheme() + "://" + target.getAuthority() + path))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!isNotPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static boolean isNotPassedOn(String header) {
    return NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
