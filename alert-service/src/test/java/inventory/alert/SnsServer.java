package inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Receives requests to SNS; rejects the first ones and accepts the others. */
public final class SnsServer implements AutoCloseable {

  private static final String ACCEPTED =
      """
      <PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/">
        <PublishResult><MessageId>1</MessageId></PublishResult>
      </PublishResponse>
      """;
  private static final String REFUSED =
      """
      <ErrorResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/">
        <Error><Code>NotFound</Code><Message>Topic does not exist</Message></Error>
      </ErrorResponse>
      """;

  private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals;
  private final HttpServer server;

  /**
   * Starts on a free port.
   *
   * @param refusals how many requests to refuse before the first is accepted
   */
  public SnsServer(int refusals) throws IOException {
    this.refusals = new AtomicInteger(refusals);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Refuses the next requests. */
  public void refuse(int requests) {
    refusals.set(requests);
  }

  /** The address of the server. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The form fields of each request so far. */
  public List<Map<String, String>> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(
        Arrays.stream(form.split("&"))
            .map(field -> field.split("=", 2))
            .collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8))));
    boolean refused = refusals.getAndDecrement() > 0;
    byte[] body = (refused ? REFUSED : ACCEPTED).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(refused ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
