package inventory.reporting.http.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredRuns;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement V3: validation runs in the API. */
class ValidationRunReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String KEY = "validation/2026-11-21/findings.csv";

  private static final String COMPLETED = "20261121T030000Z-1a2b3c4d";
  private static final String UNDER_WAY = "20261122T030000Z-00000002";
  private static final String FAILED = "20261123T030000Z-00000003";
  private static final String BEGUN = "20261124T030000Z-00000004";
  // Two of one second: the id decides.
  private static final String TWIN = "20261124T030000Z-00000005";
  private static final String GONE = "20261125T030000Z-00000006";

  @BeforeAll
  static void putRuns() {
    StoredRuns runs = FIXTURE.runs();
    runs.failed(FAILED, Instant.parse("2026-11-23T03:00:00Z"), "the bucket refuses access");
    runs.completed(GONE, Instant.parse("2026-11-25T03:00:00Z"), "validation/gone/findings.csv");
    runs.begun(BEGUN, Instant.parse("2026-11-24T03:00:00Z"));
    runs.completed(COMPLETED, Instant.parse("2026-11-21T03:00:00.125Z"), KEY);
    runs.begun(TWIN, Instant.parse("2026-11-24T03:00:00Z"));
    runs.underWay(UNDER_WAY, Instant.parse("2026-11-22T03:00:00Z"));
  }

  @Test
  void aRunThatIsCompletedTellsItsNumbersAndItsWorstFindings() {
    ReportingApi.Answer answer = FIXTURE.api().get("/validation-runs/" + COMPLETED);

    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"id\":\"20261121T030000Z-1a2b3c4d\",\"startedAt\":\"2026-11-21T03:00:00.125Z\","
                + "\"endedAt\":\"2026-11-21T03:41:07Z\",\"state\":\"COMPLETED\",\"reason\":null,"
                + "\"progress\":{\"files\":50,\"filesTotal\":50,\"transactions\":10000,"
                + "\"levels\":400,\"ratePerSecond\":4.5,\"secondsLeft\":null,"
                + "\"at\":\"2026-11-21T03:41:07Z\"},"
                + "\"findings\":{\"total\":3,\"newTotal\":1,\"accepted\":2,"
                + "\"byCheck\":{\"level\":1,\"zero-change\":2},"
                + "\"newByCheck\":{\"level\":1}},"
                + "\"worst\":[{\"id\":\"4f1c09ab73de8265\",\"state\":\"new\","
                + "\"check\":\"level\",\"file\":null,\"line\":null,"
                + "\"warehouse\":\"Berlin\",\"itemId\":\"d23x56\",\"found\":\"7\","
                + "\"expected\":\"5\"},{\"id\":\"0000000000000002\","
                + "\"state\":\"known\",\"check\":\"zero-change\",\"file\":\"a/b.csv\",\"line\":14,"
                + "\"warehouse\":null,\"itemId\":null,\"found\":\"0\",\"expected\":null}],"
                + "\"findingsKey\":\"validation/2026-11-21/findings.csv\"}");
  }

  @Test
  void aRunThatIsUnderWayTellsHowFarItHasCome() {
    assertThat(FIXTURE.api().get("/validation-runs/" + UNDER_WAY).text())
        .contains("\"endedAt\":null,\"state\":\"RUNNING\"")
        .contains(
            "\"progress\":{\"files\":25,\"filesTotal\":50,\"transactions\":5000,\"levels\":0,"
                + "\"ratePerSecond\":4.125,\"secondsLeft\":1200,"
                + "\"at\":\"2026-11-21T03:20:00.250Z\"}");
  }

  @Test
  void aRunThatFailedTellsWhy() {
    assertThat(FIXTURE.api().get("/validation-runs/" + FAILED).text())
        .contains("\"endedAt\":\"2026-11-21T03:10:00Z\",\"state\":\"FAILED\"")
        .contains("\"reason\":\"the bucket refuses access\"");
  }

  @Test
  void aRunThatHasJustBegunHasNoNumbersYet() {
    assertThat(FIXTURE.api().get("/validation-runs/" + BEGUN).text())
        .endsWith(
            "\"progress\":{\"files\":0,\"filesTotal\":0,\"transactions\":0,\"levels\":0,"
                + "\"ratePerSecond\":null,\"secondsLeft\":null,\"at\":null},"
                + "\"findings\":{\"total\":0,\"newTotal\":0,\"accepted\":0,\"byCheck\":{},"
                + "\"newByCheck\":{}},\"worst\":[],\"findingsKey\":null}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 1000})
  void runsAreListedNewestFirstInFullPages(int limit) {
    assertThat(idsOn(limit)).containsExactly(GONE, TWIN, BEGUN, FAILED, UNDER_WAY, COMPLETED);
  }

  @Test
  void anEntryOfTheListIsTheRun() {
    JsonNode runs = FIXTURE.api().get("/validation-runs").body().get("runs");

    assertThat(runs.size()).isEqualTo(6);
    assertThat(runs.get(5)).isEqualTo(FIXTURE.api().get("/validation-runs/" + COMPLETED).body());
  }

  @Test
  void anUnknownRunIsNotFound() {
    for (String id : List.of("20991121T030000Z-1a2b3c4d", "x", "%20", "a%2Fb", "x".repeat(3000))) {
      ReportingApi.Answer answer = FIXTURE.api().get("/validation-runs/" + id);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.body().get("detail").getStringValue())
          .startsWith("There is no validation run");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 1001",
    "limit, -1",
    "limit, ten",
    "cursor, x",
    "cursor, MTIz",
    "cursor, '%20'"
  })
  void aBadParameterIsRefusedByItsName(String parameter, String value) {
    assertRefused(parameter, value);
  }

  @Test
  void aCursorOfAnotherListOrWithAnotherPlaceIsRefused() {
    String cursor =
        FIXTURE.api().get("/validation-runs?limit=1").body().get("nextCursor").getStringValue();
    String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);

    assertThat(FIXTURE.api().get("/validation-runs?cursor=" + cursor).status()).isEqualTo(200);
    assertThat(FIXTURE.api().get("/files?cursor=" + cursor).status()).isEqualTo(400);
    assertRefused("cursor", encoded(place.replace(GONE, "RUN#1")));
    assertRefused("cursor", encoded(place.replace("2026-11-25T03", "noon")));
    assertRefused("cursor", encoded(place + "\nmore"));
  }

  @Test
  void theFindingsAreGivenOutAsAttachment() {
    String rows = "file,line,check\na.csv,14,zero-change\n\"Köln\",,level\n".repeat(10_000);
    FIXTURE.object(KEY, "text/csv; charset=utf-8", rows);

    HttpResponse<String> answer =
        FIXTURE.api().send("GET", "/v1/validation-runs/" + COMPLETED + "/findings");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(rows);
    assertThat(answer.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("findings.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {UNDER_WAY, GONE, "20991121T030000Z-1a2b3c4d", "x"})
  void findingsThatAreNotThereAreNotFound(String id) {
    ReportingApi.Answer answer = FIXTURE.api().get("/validation-runs/" + id + "/findings");

    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("instance").getStringValue())
        .isEqualTo("/v1/validation-runs/" + id + "/findings");
  }

  private static void assertRefused(String parameter, String value) {
    ReportingApi.Answer refused = FIXTURE.api().get("/validation-runs?" + parameter + "=" + value);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo(parameter);
  }

  private static String encoded(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads all pages; each but the last must be full. */
  private static List<String> idsOn(int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page =
          FIXTURE.api().get("/validation-runs?limit=" + limit + "&cursor=" + cursor).body();
      page.get("runs").values().forEach(run -> ids.add(run.get("id").getStringValue()));
      if (page.get("nextCursor").isNull()) {
        return ids;
      }
      assertThat(page.get("runs").size()).isEqualTo(limit);
      cursor = page.get("nextCursor").getStringValue();
    }
  }
}
