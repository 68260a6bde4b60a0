package inventory.alert.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import inventory.alert.webhook.Sender;
import inventory.model.Shortened;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookSecret;
import inventory.model.webhook.WebhookUrl;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * Posts messages that are signed by the rules of Standard Webhooks. Every secret that is valid
 * signs.
 *
 * <p>An endpoint's URL comes from outside, so a request must not reach anything else: a name is
 * resolved once for each request, its addresses are checked, and the connection goes to one of
 * them. Redirects are not followed. A request, its response included, takes at most {@code
 * timeout}; of the response no more than {@value WebhookDelivery#MAX_ANSWER} bytes are read.
 *
 * <p>Each request has a connection of its own. A sender may be used by several threads.
 */
public final class HttpSender implements Sender, AutoCloseable {

  private static final int MAX_CONNECTIONS = WebhookEndpoint.MAX;
  private static final String DIGITS = "[0-9]{1,9}";

  private final WebhookUrl urls;
  private final MessageBody bodies;
  private final Duration timeout;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhook-timeouts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates the sender.
   *
   * @param urls which hosts may be asked
   * @param resolver resolves their names
   * @param source identifies this system in events
   * @param connectTimeout how long connecting to an address may take
   * @param timeout the longest time for a request and its response
   */
  public HttpSender(
      WebhookUrl urls,
      DnsResolver resolver,
      JsonMapper json,
      String source,
      Duration connectTimeout,
      Duration timeout) {
    this.urls = urls;
    this.bodies = new MessageBody(json, source);
    this.timeout = timeout;
    int millis = Math.toIntExact(timeout.toMillis());
    this.client =
        HttpClientBuilder.create()
            .setDnsResolver(host -> urls.addresses(host, resolver.resolve(host)))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                    .setConnectionRequestTimeout(millis)
                    .setSocketTimeout(millis)
                    .build())
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
            .setUserAgent("inventory-webhooks/1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  @Override
  public Answer send(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
    // The settings may have changed since somebody added it.
    Optional<String> problem = urls.problemWith(endpoint.url());
    if (problem.isPresent()) {
      return new NoResponse("the URL must be " + problem.get());
    }
    HttpPost request = request(endpoint, event, at);
    Future<?> end = clock.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (CloseableHttpResponse response = client.execute(request)) {
      return new Response(
          response.getStatusLine().getStatusCode(),
          beginning(response),
          retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER), at));
    } catch (IOException e) {
      return new NoResponse(
          request.isAborted()
              ? "no complete response within " + timeout
              : Shortened.text(e.toString(), WebhookDelivery.MAX_ANSWER));
    } finally {
      end.cancel(false);
      // Closes the connection of a response that was not read to its end.
      request.abort();
    }
  }

  private HttpPost request(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
    String body = bodies.of(event, endpoint.format());
    HttpPost request = new HttpPost(endpoint.url());
    request.setHeader(HttpHeaders.CONTENT_TYPE, MessageBody.contentType(endpoint.format()));
    request.setHeader(Webhook.UNBRANDED_MSG_ID_KEY, event.id());
    request.setHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(at.getEpochSecond()));
    request.setHeader(
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
        endpoint.secrets(at).stream()
            .map(secret -> signature(secret, event.id(), at, body))
            .collect(Collectors.joining(" ")));
    request.setEntity(new ByteArrayEntity(body.getBytes(UTF_8)));
    return request;
  }

  private static String signature(WebhookSecret secret, String id, Instant at, String body) {
    try {
      return new Webhook(secret.text()).sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      // Every Java platform has HMAC-SHA256: javax.crypto.Mac, class comment.
      throw new IllegalStateException("cannot sign the event " + id, e);
    }
  }

  private static String beginning(CloseableHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return "";
    }
    // Not closed: closing it would read the rest.
    InputStream content = response.getEntity().getContent();
    return content == null ? "" : new String(content.readNBytes(WebhookDelivery.MAX_ANSWER), UTF_8);
  }

  private static Optional<Duration> retryAfter(Header header, Instant at) {
    if (header == null) {
      return Optional.empty();
    }
    if (header.getValue().matches(DIGITS)) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header.getValue())));
    }
    try {
      ZonedDateTime until =
          ZonedDateTime.parse(header.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(at, until.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    client.close();
  }
}
