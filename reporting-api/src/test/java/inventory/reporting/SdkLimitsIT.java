package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import inventory.reporting.fixture.ReportingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that fail are retried a limited number of times. */
class SdkLimitsIT {

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer store;
  private int failures;

  @BeforeEach
  void startStore() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          boolean fails = requests.incrementAndGet() <= failures;
          byte[] body = "{\"Items\":[],\"Count\":0}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(fails ? 500 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    store.start();
  }

  @AfterEach
  void stopStore() {
    store.stop(0);
  }

  @Test
  void aFailureOfAMomentIsNotSeen() {
    failures = 3;

    assertThat(warehouses().text()).isEqualTo("{\"warehouses\":[],\"nextCursor\":null}");
    assertThat(requests).hasValue(4);
  }

  @Test
  void aFailureThatLastsIsToldAfterFourAttempts() {
    failures = Integer.MAX_VALUE;

    assertThat(warehouses().status()).isEqualTo(503);
    assertThat(requests).hasValue(4);
  }

  private ReportingApi.Answer warehouses() {
    Map<String, Object> properties =
        Map.of(
            "aws.services.dynamodb.endpoint-override",
            "http://127.0.0.1:" + store.getAddress().getPort(),
            "aws.region",
            "eu-central-1",
            "aws.access-key-id",
            "key",
            "aws.secret-key",
            "secret");
    try (ReportingApi api = new ReportingApi(properties)) {
      return api.get("/warehouses");
    }
  }
}
