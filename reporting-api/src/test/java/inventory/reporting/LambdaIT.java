package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockState;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.LambdaApi;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import inventory.reporting.fixture.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function answers events of API Gateway like the server answers HTTP requests. */
class LambdaIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "content-disposition",
          "cache-control",
          "etag",
          "location",
          "retry-after",
          "www-authenticate");

  private static final String NAMES = "A/B #1? 100% + & ü 漢 \"<>\"; ,=";
  private static final String LONGEST = "漢".repeat(512);
  private static final List<String> ODD_NAMES =
      List.of(
          "/", "a/b", "#", "?a", "100%", "%2F", "+ +", "&", "ü", "漢", "\"", "<>", " a ", LONGEST);
  private static final String ID = "0".repeat(31) + "1";
  private static final Instant RECEIVED = Instant.parse("2026-01-05T10:00:00Z");

  private static LambdaApi lambda;

  @BeforeAll
  static void start() {
    lambda = new LambdaApi(FIXTURE.properties());
    StoredFacts facts = FIXTURE.facts();
    for (String warehouse : List.of("Berlin 1", "Köln, Süd", NAMES)) {
      facts.warehouse(warehouse);
      facts.level(warehouse, "tea", "9007199254740993");
      facts.level(warehouse, NAMES, "-5");
      FIXTURE.alerts().open(StoredAlerts.in(warehouse, "tea"), StockState.LOW, RECEIVED);
    }
    for (String name : ODD_NAMES) {
      facts.level("Odd", name, "7");
    }
    String rejects = "rejected/böse \"1\".csv";
    FIXTURE.object(rejects, "text/csv; charset=utf-8", "Timestamp\tWarehouseName\nnoon\tKöln\n");
    facts.partialFile(ID, "böse \"1\".csv", RECEIVED, rejects);
  }

  @AfterAll
  static void stop() {
    lambda.close();
  }

  static Stream<String> targets() {
    String name = ReportingApi.encoded(NAMES);
    return Stream.of(
        "/v1/warehouses",
        "/v1/levels?warehouse=Berlin%201",
        "/v1/levels?warehouse=Berlin%201&greaterThan=0&limit=1",
        "/v1/levels?warehouse=K%C3%B6ln%2C%20S%C3%BCd",
        "/v1/item?itemId=tea",
        "/v1/movements?itemId=tea&warehouse=K%C3%B6ln%2C+S%C3%BCd",
        "/v1/alerts?warehouse=K%C3%B6ln%2C%20S%C3%BCd",
        "/v1/alerts?warehouse=" + name + "&limit=2",
        "/v1/files?date=2026-01-05",
        "/v1/files/" + ID + "/rejects",
        "/v1/validation-runs",
        "/v1/items?query=te",
        "/v1/levels?warehouse=Berlin%201&sort=stockLevel&order=desc",
        "/v1/openapi.yml",
        "/v1/levels?warehouse=nowhere",
        "/v1/levels?warehouse=Berlin%201&limit=0",
        "/v1/nothing",
        "/nothing",
        "/config.json");
  }

  @ParameterizedTest
  @MethodSource({"targets", "oddNames"})
  void aRestApiGetsTheSame(String target) {
    Call call = Call.get(target).as(Tokens.viewer());

    assertSame(lambda.restApi(call), FIXTURE.api().call(call));
  }

  @ParameterizedTest
  @MethodSource({"targets", "oddNames"})
  void anHttpApiGetsTheSame(String target) {
    Call call = Call.get(target).as(Tokens.viewer());

    assertSame(lambda.httpApi(call), FIXTURE.api().call(call));
  }

  /** Items that exist, so a lost part of a name makes a test fail. */
  static Stream<String> oddNames() {
    return ODD_NAMES.stream().map(name -> "/v1/item?itemId=" + ReportingApi.encoded(name));
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void anOddNameIsFoundByAnHttpApi(String target) {
    ReportingApi.Answer answer = lambda.httpApi(Call.get(target).as(Tokens.viewer()));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("total").getBigIntegerValue()).isEqualTo(7);
  }

  @Test
  void apiGatewayTakesTheLongestNamesAndAToken() {
    String name = ReportingApi.encoded(LONGEST);
    Call call = Call.get("/v1/movements?itemId=" + name + "&warehouse=" + name).as(Tokens.viewer());

    int bytes =
        call.target().length()
            + call.headers().entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    // docs.aws.amazon.com/apigateway, "Quotas for configuring and running an HTTP API": 10,240
    // bytes for the request line and the headers.
    assertThat(bytes).isBetween(9_216, 10_240);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/items/%zz", "/v1/items/%", "/v1/a|b {c}", "items", "", "//", "/v1/\u0000"})
  void aPathThatIsNoneLeadsNowhere(String path) {
    Call call = Call.get("/v1/item").as(Tokens.viewer());

    assertThat(lambda.httpApi(call, path).status()).isIn(200, 404);
    assertThat(lambda.httpApi(call, path).text()).doesNotContain("\"itemId\"");
  }

  @Test
  void noHeaderLeadsToAnotherPath() {
    Call call = Call.get("/v1/openapi.yml").with("inventory-path", "/prometheus");

    assertThat(lambda.httpApi(call).text()).startsWith("openapi:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REST", "HTTP"})
  void aBodyIsReadBeItEncodedOrNot(String form) {
    Call call =
        Call.post(
                "/v1/alerts/snooze?warehouse=Berlin%201&itemId=tea",
                "{\"until\":\"" + Instant.now().plus(Duration.ofDays(1)) + "\"}")
            .as(Tokens.operator());

    ReportingApi.Answer answer = form.equals("REST") ? lambda.restApi(call) : lambda.httpApi(call);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertSame(
        lambda.restApi(Call.get("/v1/alerts").as(Tokens.viewer())),
        FIXTURE.api().call(Call.get("/v1/alerts").as(Tokens.viewer())));
    assertThat(answer.body().get("snoozedUntil").isNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/warehouses", "/v1/levels?warehouse=K%C3%B6ln%2C%20S%C3%BCd"})
  void listsAreCsvForWhoWantsIt(String target) {
    Call call = Call.get(target).with("Accept", "text/csv").as(Tokens.viewer());
    ReportingApi.Answer server = FIXTURE.api().call(call);

    assertThat(server.contentType()).startsWith("text/csv");
    assertSame(lambda.restApi(call), server);
    assertSame(lambda.httpApi(call), server);
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    Call call = Call.get("/v1/warehouses").as(Tokens.viewer());
    String tag = lambda.httpApi(call).headers().firstValue("etag").orElseThrow();
    Call again = call.with("If-None-Match", tag);

    assertThat(lambda.httpApi(again)).returns(304, ReportingApi.Answer::status);
    assertThat(lambda.restApi(again)).returns(304, ReportingApi.Answer::status);
    assertThat(FIXTURE.api().call(again)).returns(304, ReportingApi.Answer::status);
  }

  @Test
  void anHttpApiDropsCookiesFromHeadersAndTheyAreOfNoUse() {
    Call call = Call.get("/v1/warehouses").with("Cookie", "session=1").as(Tokens.viewer());

    assertThat(lambda.httpApi(call).status()).isEqualTo(200);
    assertThat(lambda.httpApi(Call.get("/v1/warehouses").with("Cookie", "JWT=" + Tokens.viewer())))
        .returns(401, ReportingApi.Answer::status);
  }

  private static void assertSame(ReportingApi.Answer lambda, ReportingApi.Answer server) {
    assertThat(lambda.text()).isEqualTo(server.text());
    assertThat(lambda.status()).isEqualTo(server.status());
    for (String header : HEADERS) {
      assertThat(lambda.headers().firstValue(header))
          .as(header)
          .isEqualTo(server.headers().firstValue(header));
    }
  }
}
