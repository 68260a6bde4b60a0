package inventory.alert.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.webhook.Sender.Answer;
import inventory.alert.webhook.Sender.NoResponse;
import inventory.alert.webhook.Sender.Response;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.PreviousSecret;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookSecret;
import inventory.model.webhook.WebhookUrl;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSenderIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String TIME = "2026-11-29T10:00:00.5Z";
  private static final WebhookEvent EVENT = TestEndpoints.low("a1", 7, Instant.parse(TIME));

  private final Instant now = Instant.now();
  private Receiver receiver;

  @BeforeEach
  void start() {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aMessageIsACloudEventThatStandardWebhooksVerify() {
    assertThat(send(endpoint(WebhookFormat.CLOUDEVENTS)))
        .isEqualTo(new Response(200, "200", Optional.empty()));

    Receiver.Message message = receiver.messages().get(0);
    assertThat(message.isSignedBy(TestEndpoints.SECRET.text())).isTrue();
    assertThat(message.isSignedBy(WebhookSecret.of(new byte[32]).text())).isFalse();
    assertThat(message.path()).isEqualTo("/hook");
    assertThat(message.header("webhook-id")).isEqualTo(EVENT.id()).doesNotContain(".");
    assertThat(message.header("webhook-timestamp")).isEqualTo("" + now.getEpochSecond());
    assertThat(message.header("content-type"))
        .isEqualTo("application/cloudevents+json; charset=utf-8");
    assertThat(message.body())
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\""
                + EVENT.id()
                + "\",\"source\":\"/inventory\",\"type\":\"stock.low\","
                + "\"subject\":\"warehouses/Berlin/items/a1\",\"time\":\"2026-11-29T10:00:00.500Z\","
                + "\"datacontenttype\":\"application/json\",\"sequence\":\"0000000000000000007\","
                + "\"data\":"
                + body(EVENT.data())
                + "}");
  }

  private static String body(Object value) {
    try {
      return JsonMapper.createDefault().writeValueAsString(value);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void duringARotationBothSecretsVerify() {
    WebhookSecret old = WebhookSecret.of(new byte[24]);
    send(replaced(endpoint(WebhookFormat.CLOUDEVENTS), old, now.plusSeconds(1)));
    send(replaced(endpoint(WebhookFormat.CLOUDEVENTS), old, now));

    assertThat(receiver.messages())
        .extracting(message -> message.isSignedBy(TestEndpoints.SECRET.text()))
        .containsExactly(true, true);
    assertThat(receiver.messages())
        .extracting(message -> message.isSignedBy(old.text()))
        .containsExactly(true, false);
  }

  private static WebhookEndpoint replaced(
      WebhookEndpoint endpoint, WebhookSecret old, Instant until) {
    return new WebhookEndpoint(
        endpoint.id(),
        endpoint.url(),
        endpoint.format(),
        endpoint.filter(),
        endpoint.description(),
        endpoint.secret(),
        Optional.of(new PreviousSecret(old, until)),
        endpoint.enabled(),
        endpoint.created(),
        endpoint.changed(),
        endpoint.failingSince(),
        endpoint.pausedUntil());
  }

  @Test
  void slackAndTeamsGetTextThatShowsNamesAsTheyAre() {
    send(endpoint(WebhookFormat.SLACK));
    send(endpoint(WebhookFormat.TEAMS));

    assertThat(receiver.messages().get(0).body())
        .contains("\"text\":\"Low stock: &lt;a1&gt; &amp; more\"", "\"mrkdwn\":false");
    assertThat(receiver.messages().get(1).body())
        .contains(
            "\"contentType\":\"application/vnd.microsoft.card.adaptive\"",
            "\"type\":\"AdaptiveCard\"",
            "\"text\":\"Low stock: <a1> & more\"");
    assertThat(receiver.messages())
        .extracting(message -> message.header("content-type"))
        .containsOnly("application/json; charset=utf-8");
  }

  @Test
  void redirectsAreNotFollowed() {
    receiver.next(Receiver.status(307, "Location", receiver.url("/other")));

    assertThat(send(endpoint(WebhookFormat.CLOUDEVENTS)))
        .isEqualTo(new Response(307, "", Optional.empty()));
    assertThat(receiver.messages()).hasSize(1);
  }

  @Test
  void onlyTheBeginningOfAResponseIsRead() {
    receiver.next(
        exchange -> {
          exchange.sendResponseHeaders(400, 0);
          while (true) {
            exchange.getResponseBody().write("x".repeat(1_000).getBytes(US_ASCII));
          }
        });

    assertThat(send(endpoint(WebhookFormat.CLOUDEVENTS)))
        .isEqualTo(new Response(400, "x".repeat(1_024), Optional.empty()));
  }

  @Test
  void aResponseThatDripsEndsAtTheTimeout() {
    receiver.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            pause();
          }
        },
        receiver.silence());

    for (int i = 0; i < 2; i++) {
      assertThat(
              send(
                  endpoint(WebhookFormat.CLOUDEVENTS),
                  "127.0.0.1",
                  HttpSenderIT::system,
                  Duration.ofMillis(600)))
          .isEqualTo(new NoResponse("no complete response within PT0.6S"));
    }
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
  }

  @Test
  void retryAfterIsReadInBothForms() {
    receiver.next(
        Receiver.status(429, "Retry-After", "120"),
        Receiver.status(503, "Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT"),
        Receiver.status(503, "Retry-After", "soon"));

    assertThat(retryAfter()).contains(Duration.ofMinutes(2));
    assertThat(retryAfter()).contains(Duration.between(now, Instant.parse("2099-10-21T07:28:00Z")));
    assertThat(retryAfter()).isEmpty();
  }

  private Optional<Duration> retryAfter() {
    return ((Response) send(endpoint(WebhookFormat.CLOUDEVENTS))).retryAfter();
  }

  @Test
  void aNameThatResolvesToAPrivateAddressIsNotAsked() throws Exception {
    for (String address :
        List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1")) {
      Answer answer =
          send(
              TestEndpoints.at("e", "https://hooks.example.com:" + receiver.port() + "/hook"),
              "",
              host -> InetAddress.getByName(address));
      assertThat(((NoResponse) answer).reason()).contains("hooks.example.com", "is not public");
    }
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void theConnectionGoesToTheAddressThatWasChecked() {
    AtomicInteger asked = new AtomicInteger();
    Answer answer =
        send(
            TestEndpoints.at("e", "http://hooks.example.com:" + receiver.port() + "/hook"),
            "hooks.example.com",
            host -> {
              // A second question, between check and connection, would get another address.
              return InetAddress.getByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1");
            });

    assertThat(answer).isEqualTo(new Response(200, "200", Optional.empty()));
    assertThat(asked).hasValue(1);
    assertThat(receiver.messages().get(0).header("host"))
        .isEqualTo("hooks.example.com:" + receiver.port());
  }

  @Test
  void anAddressThatTheSettingsNoLongerAllowIsNotAsked() {
    Answer answer = send(endpoint(WebhookFormat.CLOUDEVENTS), "", HttpSenderIT::system);

    assertThat(((NoResponse) answer).reason()).contains("must be an https URL");
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void aHostThatDoesNotListenIsNamedInTheAnswer() {
    WebhookEndpoint endpoint = endpoint(WebhookFormat.CLOUDEVENTS);
    receiver.close();

    assertThat(((NoResponse) send(endpoint)).reason()).contains("refused");
  }

  private WebhookEndpoint endpoint(WebhookFormat format) {
    return TestEndpoints.at("e", receiver.url("/hook"), format);
  }

  private Answer send(WebhookEndpoint endpoint) {
    return send(endpoint, "127.0.0.1", HttpSenderIT::system);
  }

  /** Resolves a name to one address. */
  @FunctionalInterface
  private interface Resolver {
    InetAddress resolve(String host) throws UnknownHostException;
  }

  private static InetAddress system(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolve(host)[0];
  }

  private Answer send(WebhookEndpoint endpoint, String allowed, Resolver resolver) {
    return send(endpoint, allowed, resolver, TIMEOUT);
  }

  private Answer send(
      WebhookEndpoint endpoint, String allowed, Resolver resolver, Duration timeout) {
    DnsResolver dns = host -> new InetAddress[] {resolver.resolve(host)};
    try (HttpSender sender =
        new HttpSender(
            WebhookUrl.allowing(allowed),
            dns,
            JsonMapper.createDefault(),
            "/inventory",
            TIMEOUT,
            timeout)) {
      return sender.send(endpoint, EVENT, now);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
