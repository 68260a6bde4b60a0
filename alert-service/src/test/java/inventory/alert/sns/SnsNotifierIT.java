package inventory.alert.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import inventory.alert.domain.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

/** What goes over the wire to SNS, as a server receives it. */
class SnsNotifierIT {

  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:inventory-purchasing";
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
  private HttpServer server;
  private SnsClient sns;
  private int status = 200;
  private String answer = ACCEPTED;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::record);
    server.start();
    sns =
        SnsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
  }

  @AfterEach
  void stop() {
    sns.close();
    server.stop(0);
  }

  @Test
  void aNoticeIsPublishedToTheTopic() {
    new SnsNotifier(sns, TOPIC).notify(new Notice("Low stock: 1 item in Köln", "Level & more\n"));

    assertThat(requests)
        .containsExactly(
            Map.of(
                "Action", "Publish",
                "Version", "2010-03-31",
                "TopicArn", TOPIC,
                "Subject", "Low stock: 1 item in Koln",
                "Message", "Low stock: 1 item in Köln\n\nLevel & more\n"));
  }

  @Test
  void aRefusalIsAnError() {
    status = 404;
    answer = REFUSED;

    assertThatThrownBy(() -> new SnsNotifier(sns, TOPIC).notify(new Notice("Low stock", "Level\n")))
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("Topic does not exist");
  }

  private void record(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(
        Arrays.stream(form.split("&"))
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(field -> field[0], SnsNotifierIT::value)));
    byte[] body = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String value(String[] field) {
    return URLDecoder.decode(field[1], UTF_8);
  }
}
