package inventory.launcher.verify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server with the answers of reporting-api that a test gives it; everything else is a 404. */
public final class ReportingStub implements AutoCloseable {

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  /** Starts it. */
  public ReportingStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String call = exchange.getRequestURI().toString().replaceFirst("[?&]limit=1000$", "");
          String path = exchange.getRequestURI().getRawPath();
          String body = answers.getOrDefault(call, answers.get(path));
          byte[] bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** Sets the answer for a path below the API's base URL, with a certain query or with any. */
  public void answer(String path, String body) {
    answers.put("/v1" + path, body);
  }

  /** The API's base URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
