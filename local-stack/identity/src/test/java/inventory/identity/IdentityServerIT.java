package inventory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People log in by the authorization-code flow with PKCE, programs by their credentials. */
@Tag("full")
class IdentityServerIT {

  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-in-all";
  private static final long TWELVE_HOURS = 12 * 60 * 60;

  private static IdentityServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    server = IdentityServer.start();
    browser = new Browser(server.issuer());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "operator"})
  void aUserWhoLogsInGetsATokenWithTheGroupForTwelveHours(String user)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        browser.exchange(browser.logIn(user, challenge(VERIFIER)), VERIFIER);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode claims = browser.claims(answer);
    assertThat(claims.get("iss").asText()).isEqualTo(server.issuer().toString());
    assertThat(claims.get("sub").asText()).isEqualTo(user);
    assertThat(claims.get("client_id").asText()).isEqualTo("inventory-dashboard");
    assertThat(claims.get("cognito:groups")).hasSize(1);
    assertThat(claims.get("cognito:groups").get(0).asText()).isEqualTo(user);
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(TWELVE_HOURS);
  }

  @Test
  void aWrongVerifierIsRefused() throws IOException, InterruptedException {
    String code = browser.logIn("operator", challenge(VERIFIER));

    HttpResponse<String> answer = browser.exchange(code, VERIFIER.replace('a', 'b'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_grant").doesNotContain("access_token");
  }

  @Test
  void aCodeIsGoodOnce() throws IOException, InterruptedException {
    String code = browser.logIn("viewer", challenge(VERIFIER));
    browser.exchange(code, VERIFIER);

    assertThat(browser.exchange(code, VERIFIER).statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void aProgramGetsTheScopesThatItNamesAndNoGroup() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        browser.token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "shop",
                "client_secret", "none",
                "scope", "inventory/read inventory/write"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode claims = browser.claims(answer);
    assertThat(claims.get("sub").asText()).isEqualTo("shop");
    assertThat(claims.get("client_id").asText()).isEqualTo("shop");
    assertThat(claims.get("token_use").asText()).isEqualTo("access");
    assertThat(claims.get("scope").asText()).isEqualTo("inventory/read inventory/write");
    assertThat(claims.has("cognito:groups")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "operator"})
  void aRefreshedTokenHasTheSameUserGroupAndLifetime(String user)
      throws IOException, InterruptedException {
    HttpResponse<String> login =
        browser.exchange(browser.logIn(user, challenge(VERIFIER)), VERIFIER);

    HttpResponse<String> answer =
        browser.token(
            Map.of(
                "grant_type", "refresh_token",
                "client_id", "inventory-dashboard",
                "refresh_token", browser.refreshToken(login)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode claims = browser.claims(answer);
    assertThat(claims.get("sub").asText()).isEqualTo(user);
    assertThat(claims.get("client_id").asText()).isEqualTo("inventory-dashboard");
    assertThat(claims.get("cognito:groups").get(0).asText()).isEqualTo(user);
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(TWELVE_HOURS);
  }

  @Test
  void aTokenHasNoAudience() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        browser.exchange(browser.logIn("viewer", challenge(VERIFIER)), VERIFIER);

    assertThat(browser.claims(answer).has("aud")).isFalse();
  }

  @Test
  void aPageOfAnotherOriginMayReadTheAnswer() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        browser.exchange(browser.logIn("viewer", challenge(VERIFIER)), VERIFIER);

    assertThat(answer.headers().firstValue("access-control-allow-origin"))
        .contains("http://127.0.0.1:8080");
  }

  @Test
  void itsKeyIsTheSameAfterARestart() throws IOException, InterruptedException {
    try (IdentityServer again = IdentityServer.start()) {
      assertThat(new Browser(again.issuer()).keys()).isEqualTo(browser.keys());
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
