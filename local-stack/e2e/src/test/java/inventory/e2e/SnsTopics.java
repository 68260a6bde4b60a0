package inventory.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** SNS topics over HTTP, because no emulator on the JVM has them. */
final class SnsTopics implements AutoCloseable {

  private static final String ANSWER =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>11111111-2222-3333-4444-555555555555</MessageId></PublishResult>\
      <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PublishResponse>""";

  private final List<Published> published = new CopyOnWriteArrayList<>();
  private final Set<AwsCall> calls;
  private final HttpServer server;

  /**
   * A published message.
   *
   * @param topic the topic's ARN
   * @param message as it was sent
   */
  record Published(String topic, String message) {}

  SnsTopics(Set<AwsCall> calls) throws IOException {
    this.calls = calls;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::publish);
    server.start();
  }

  /** The endpoint for programs. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All published messages, in order. */
  List<Published> published() {
    return published;
  }

  private void publish(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = new HashMap<>();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      for (String field : body.split("&", -1)) {
        String[] pair = field.split("=", 2);
        form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
      calls.add(new AwsCall("sns:" + form.get("Action"), form.get("TopicArn")));
      published.add(new Published(form.get("TopicArn"), form.get("Message")));
      byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
