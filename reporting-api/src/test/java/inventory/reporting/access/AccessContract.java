package inventory.reporting.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access rights, the same however the API runs. */
abstract class AccessContract {

  /** Calls the API. */
  abstract ReportingApi.Answer call(Call call);

  private ReportingApi.Answer ask(Optional<String> token, String method, String path) {
    Call call = new Call(method, path, Map.of(), Optional.empty());
    return call(token.map(call::as).orElse(call));
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        arguments("expired", Tokens.expired()),
        arguments("without an end", Tokens.endless()),
        arguments("of another issuer", Tokens.ofAnotherIssuer()),
        arguments("of no issuer", Tokens.ofNoIssuer()),
        arguments("of another client", Tokens.ofAnotherClient()),
        arguments("for another audience", Tokens.forAnotherAudience()),
        arguments("for the page alone, an identity token", Tokens.identity()),
        arguments("for a use that is not known", Tokens.ofUnknownUse()),
        arguments("signed by a stranger", Tokens.signedByAStranger()),
        arguments("unsigned, alg none", Tokens.unsigned()),
        arguments("signed with the public key", Tokens.signedWithThePublicKey()),
        arguments("with other claims than were signed", Tokens.withOtherClaimsThanWereSigned()),
        arguments("no token at all", "abc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aTokenThatDoesNotHoldIsRefused(String name, String token) {
    ReportingApi.Answer answer = ask(Optional.of(token), "GET", "/v1/warehouses");

    assertProblem(answer, 401);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/warehouses",
    "GET, /v1/levels?warehouse=a",
    "GET, /v1/item?itemId=a",
    "GET, /v1/files",
    "GET, /v1/alerts",
    "GET, /v1/validation-runs",
    "POST, /v1/alerts/acknowledge?warehouse=a&itemId=b",
    "POST, /v1/alerts/snooze?itemId=a"
  })
  void nothingIsToldWithoutAToken(String method, String path) {
    ReportingApi.Answer answer = ask(Optional.empty(), method, path);

    assertProblem(answer, 401);
    assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
  }

  @Test
  void aHeaderOfALoadBalancerIsNoProof() {
    Call call = Call.get("/v1/warehouses").with("x-amzn-oidc-identity", "operator");

    assertProblem(call(call), 401);
  }

  static Stream<String> readers() {
    return Stream.of(Tokens.viewer(), Tokens.operator(), Tokens.withTheClientAsAudience());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("readers")
  void viewersAndOperatorsRead(String token) {
    ReportingApi.Answer answer = ask(Optional.of(token), "GET", "/v1/warehouses");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"warehouses\":[],\"nextCursor\":null}");
  }

  @Test
  void aTokenThatWasGoodIsRefusedOnceItHasEnded() {
    // On a busy machine a token may expire before its first use: then another one is tried.
    Optional<String> token =
        await()
            .atMost(Duration.ofSeconds(15))
            .until(
                () -> Optional.of(Tokens.goodFor(Duration.ofSeconds(2))),
                good -> ask(good, "GET", "/v1/warehouses").status() == 200);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> ask(token, "GET", "/v1/warehouses").status() == 401);
  }

  @Test
  void aViewerChangesNothing() {
    String path = "/v1/alerts/acknowledge?warehouse=a&itemId=b";

    assertProblem(ask(Optional.of(Tokens.viewer()), "POST", path), 403);
    // Only an operator learns that this alert does not exist.
    assertProblem(ask(Optional.of(Tokens.operator()), "POST", path), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "inventory/read, 200, 403, 403",
    "inventory/write, 403, 400, 403",
    "inventory/read inventory/write, 200, 400, 403",
    "inventory/operate, 200, 400, 404",
    "openid profile, 403, 403, 403",
    "inventory/readx, 403, 403, 403"
  })
  void aProgramMayDoWhatItsScopesSay(String scopes, int reads, int uploads, int acknowledges) {
    Optional<String> token = Optional.of(Tokens.ofProgram(scopes));

    assertThat(ask(token, "GET", "/v1/warehouses").status()).isEqualTo(reads);
    // An upload without a body is refused only to those who may upload.
    assertThat(ask(token, "POST", "/v1/uploads").status()).isEqualTo(uploads);
    assertThat(ask(token, "POST", "/v1/facts").status()).isEqualTo(uploads);
    assertThat(ask(token, "POST", "/v1/alerts/acknowledge?warehouse=a&itemId=b").status())
        .isEqualTo(acknowledges);
  }

  @Test
  void aViewerSeesNeitherTheAuditNorWebhooks() {
    for (String path :
        List.of("/v1/audit", "/v1/webhooks", "/v1/webhooks/a", "/v1/webhooks/a/deliveries")) {
      assertProblem(ask(Optional.of(Tokens.viewer()), "GET", path), 403);
    }
    assertThat(ask(Optional.of(Tokens.operator()), "GET", "/v1/webhooks").text())
        .isEqualTo("{\"webhooks\":[]}");
  }

  static Stream<String> strangers() {
    return Stream.of(Tokens.withoutGroups(), Tokens.ofAnotherGroup());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strangers")
  void whoIsInNeitherGroupDoesNotRead(String token) {
    ReportingApi.Answer answer = ask(Optional.of(token), "GET", "/v1/warehouses");

    assertProblem(answer, 403);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer error=\"insufficient_scope\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness", "/config.json"})
  void whatIsOpenTakesNoTokenAndHeedsNoBadOne(String path) {
    assertThat(ask(Optional.empty(), "GET", path).status()).isEqualTo(200);
    assertThat(ask(Optional.of(Tokens.expired()), "GET", path).status()).isEqualTo(200);
  }

  @Test
  void thePageIsToldWhereToLogIn() {
    ReportingApi.Answer answer = ask(Optional.empty(), "GET", "/config.json");

    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.body().get("api").getStringValue()).isEqualTo("/v1");
    assertThat(answer.body().get("issuer").getStringValue())
        .isEqualTo(ReportingApi.login().get("inventory.oidc.issuer"));
    assertThat(answer.body().get("clientId").getStringValue()).isEqualTo("inventory-dashboard");
    assertThat(answer.body().get("scope").getStringValue()).isEqualTo("openid profile");
    assertThat(answer.body().get("bucketOrigin").getStringValue()).isEqualTo(bucketOrigin());
  }

  /** The origin of the S3 that the API under test uses. */
  abstract String bucketOrigin();

  private static void assertProblem(ReportingApi.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("status").getIntValue()).isEqualTo(status);
    assertThat(answer.body().get("detail").getStringValue()).isNotBlank();
  }
}
