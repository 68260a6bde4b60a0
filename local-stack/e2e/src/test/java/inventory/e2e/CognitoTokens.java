package inventory.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Issues access tokens like Cognito's, without an audience, and serves the key to verify them. */
final class CognitoTokens implements AutoCloseable {

  private static final int KEY_BITS = 2_048;
  private static final long SECONDS = 3_600;

  private final KeyPair keys;
  private final HttpServer server;

  CognitoTokens() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::show);
    server.start();
  }

  /** The URL of the key. */
  String keysUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
  }

  /** An access token of an operator. */
  String token(String issuer, String clientId) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"sub": "5ad0c3f1", "iss": "%s", "client_id": "%s", "token_use": "access",
         "scope": "openid profile", "cognito:groups": ["operator"], "username": "5ad0c3f1",
         "iat": %d, "exp": %d}"""
            .formatted(issuer, clientId, now, now + SECONDS);
    String signed =
        encode("{\"alg\": \"RS256\", \"kid\": \"of-the-test\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "." + encode(signature.sign());
  }

  private void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      RSAPublicKey key = (RSAPublicKey) keys.getPublic();
      byte[] answer =
          """
          {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "of-the-test",
            "n": "%s", "e": "%s"}]}"""
              .formatted(encode(key.getModulus()), encode(key.getPublicExponent()))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Unsigned, as in JSON Web Keys. */
  private static String encode(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return encode(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
