package inventory.reporting.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.Tokens;
import inventory.testkit.EmbeddedIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The issuer's keys, from a server that can fail. */
class IssuerKeysIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final AtomicBoolean isUp = new AtomicBoolean();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer issuer;
  private ReportingApi api;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = EmbeddedIdentity.running().signer().keySet().getBytes(StandardCharsets.UTF_8);
    issuer.createContext(
        "/keys",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(isUp.get() ? 200 : 500, isUp.get() ? keys.length : -1);
            if (isUp.get()) {
              exchange.getResponseBody().write(keys);
            }
          }
        });
    issuer.start();
    api =
        FIXTURE.apiWith(
            "inventory.oidc.jwks", "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
  }

  @AfterEach
  void stop() {
    api.close();
    issuer.stop(0);
  }

  @Test
  void withoutKeysNobodyIsSaidToBeAStranger() {
    ReportingApi.Answer answer = upload(Tokens.viewer());

    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.headers().firstValue("retry-after")).contains("5");
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo(
            "Access tokens cannot be checked now, because the identity provider does not answer."
                + " Try again soon.");
  }

  @Test
  void anIssuerThatFailsLaterIsNotNeeded() {
    isUp.set(true);
    assertThat(upload(Tokens.viewer()).status()).isEqualTo(403);

    isUp.set(false);

    // Another token, which no cache knows.
    assertThat(upload(Tokens.ofProgram("inventory/read")).status()).isEqualTo(403);
    assertThat(requests).hasValue(1);
  }

  /** A good token without this right is answered 403, and a bad one 401. */
  private ReportingApi.Answer upload(String token) {
    return api.call(Call.post("/v1/uploads").as(token));
  }
}
