package inventory.testkit;

import com.sun.net.httpserver.HttpServer;
import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An issuer of access tokens for the tests of a virtual machine. It serves its keys over HTTP,
 * starts when a test first asks for it, and signs any token that a test wants.
 */
public final class EmbeddedIdentity {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private static EmbeddedIdentity running;

  private final TokenSigner signer = new TokenSigner();
  private final String issuer;

  private EmbeddedIdentity() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = signer.keySet().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/jwks",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
          }
        });
    server.start();
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The issuer of this virtual machine. */
  public static synchronized EmbeddedIdentity running() {
    try {
      if (running == null) {
        running = new EmbeddedIdentity();
      }
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException("the server of the keys cannot start", e);
    }
  }

  /** The variables by which the reporting API accepts its tokens. */
  public Map<String, String> environment() {
    return Map.of(Variables.OIDC_ISSUER, issuer, Variables.OIDC_JWKS, issuer + "/jwks");
  }

  /** A valid token. */
  public String token(String group) {
    return signer.sign(claims(group));
  }

  /** The claims of a valid token, which a test can change; times are in seconds. */
  public Map<String, Object> claims(String group) {
    Instant now = Instant.now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", group);
    claims.put("client_id", Access.CLIENT_ID);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put(Access.GROUPS, List.of(group));
    return claims;
  }

  /** The signer of its tokens. */
  public TokenSigner signer() {
    return signer;
  }
}
