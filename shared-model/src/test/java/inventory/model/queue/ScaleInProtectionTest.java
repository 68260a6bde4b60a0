package inventory.model.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScaleInProtectionTest {

  private static final String ON = "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":10}";
  private static final String OFF = "{\"ProtectionEnabled\":false}";
  private static final String REFUSED = "{\"failure\":{\"Reason\":\"TASK_NOT_VALID\"}}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String answer = "{\"protection\":{}}";
  private HttpServer agent;
  private ScaleInProtection protection;
  private long now = 7;

  @BeforeEach
  void start() throws IOException {
    agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    agent.createContext(
        "/api/task/task-protection/v1/state",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    agent.start();
    String address = "http://127.0.0.1:" + agent.getAddress().getPort() + "/api/task";
    protection = new ScaleInProtection(URI.create(address), () -> now);
  }

  @AfterEach
  void stop() {
    agent.stop(0);
  }

  private void pass(Duration time) {
    now += time.toNanos();
    protection.look();
  }

  @Test
  void aTaskIsProtectedBeforeItProcessesAMessageAndUntilItHasBeenIdle() {
    protection.begin();
    assertThat(asked).containsExactly(ON);

    pass(Duration.ofMinutes(4));
    protection.end();
    pass(Duration.ofSeconds(14));
    assertThat(asked).containsExactly(ON);

    pass(Duration.ofSeconds(1));
    pass(Duration.ofMinutes(30));
    assertThat(asked).containsExactly(ON, OFF);
  }

  @Test
  void manyShortMessagesAskOnce() {
    for (int i = 0; i < 100; i++) {
      protection.begin();
      protection.end();
      pass(Duration.ofSeconds(2));
    }

    assertThat(asked).containsExactly(ON);
  }

  @Test
  void aLongFileKeepsItsTaskProtected() {
    protection.begin();
    for (int i = 0; i < 60; i++) {
      pass(Duration.ofMinutes(1));
    }

    assertThat(asked).hasSize(13).containsOnly(ON);
  }

  @Test
  void oneOfTwoMessagesThatEndsLeavesTheTaskProtected() {
    protection.begin();
    protection.begin();
    protection.end();
    pass(Duration.ofMinutes(1));

    assertThat(asked).containsExactly(ON);
  }

  @Test
  void whatEcsRefusesIsAskedAgainWhileTheTaskIsBusy() {
    answer = REFUSED;
    protection.begin();
    pass(Duration.ofSeconds(5));
    answer = "{\"protection\":{}}";
    pass(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(5));

    assertThat(asked).containsExactly(ON, ON, ON);
  }

  @Test
  void anAgentThatIsAwayDoesNotStopTheWork() {
    agent.stop(0);

    protection.begin();
    protection.end();

    assertThat(asked).isEmpty();
  }
}
