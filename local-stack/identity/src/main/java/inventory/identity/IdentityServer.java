package inventory.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OIDC server with one issuer. */
final class IdentityServer implements AutoCloseable {

  /** The issuer's path. */
  static final String NAME = "inventory";

  private final MockOAuth2Server server;
  private final URI issuer;

  private IdentityServer(MockOAuth2Server server, URI issuer) {
    this.server = server;
    this.issuer = issuer;
  }

  /**
   * Starts it.
   *
   * @param port where it listens; 0 takes a free one
   * @throws IOException if it cannot listen there
   */
  static IdentityServer start(InetAddress host, int port) throws IOException {
    OAuth2TokenProvider tokens = new OAuth2TokenProvider();
    // Who asks first gets the first key of a fixed list: so that it is the same after a restart.
    tokens.publicJwkSet(NAME);
    OAuth2Config config =
        new OAuth2Config(
            true,
            loginPage().toString(),
            null,
            false,
            tokens,
            Set.of(new TokenClaims()),
            new MockWebServerWrapper());
    MockOAuth2Server server = new MockOAuth2Server(config);
    server.start(host, port);
    // Not by the name that the address has: an issuer is compared as text.
    String authority = host.getHostAddress() + ":" + config.getHttpServer().port();
    return new IdentityServer(server, URI.create("http://" + authority + "/" + NAME));
  }

  /** The login page as a file, as the library wants it. */
  private static Path loginPage() throws IOException {
    Path file = Files.createTempFile("inventory-login", ".html");
    file.toFile().deleteOnExit();
    try (InputStream page = IdentityServer.class.getResourceAsStream("login.html")) {
      Files.copy(page, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  /** What its tokens have as issuer, for whoever asks by the address that it listens on. */
  URI issuer() {
    return issuer;
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
