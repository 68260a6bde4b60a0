package inventory.identity;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The server as a process with the configuration of this module. */
record IdentityServer(Process process, URI issuer) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MAIN = "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt";

  /** Starts it on a free port of this machine; returns when it answers. */
  static IdentityServer start() throws IOException {
    String port = String.valueOf(freePort());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", MAIN)
            .directory(Path.of("target/classes").toFile())
            .inheritIO();
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("SERVER_HOSTNAME", "127.0.0.1");
    builder.environment().put("SERVER_PORT", port);
    builder.environment().put("JSON_CONFIG_PATH", "server.json");
    URI root = URI.create("http://127.0.0.1:" + port + "/");
    IdentityServer server = new IdentityServer(builder.start(), root.resolve("inventory"));
    HttpRequest alive = HttpRequest.newBuilder(root.resolve("isalive")).build();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                HttpClient.newHttpClient()
                        .send(alive, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                    == 200);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
