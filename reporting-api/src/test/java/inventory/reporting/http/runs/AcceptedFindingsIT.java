package inventory.reporting.http.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.finding.AcceptedFindingItem;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Findings that operators accept for a time. */
class AcceptedFindingsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String RUN = "20261121T030000Z-1a2b3c4d";
  private static final String KEY = "validation/2026-11-21/findings.csv";
  private static final String WORST = "4f1c09ab73de8265";
  private static final String LISTED = "00000000000000aa";

  @BeforeAll
  static void putRun() {
    FIXTURE.runs().completed(RUN, Instant.parse("2026-11-21T03:00:00Z"), KEY);
    FIXTURE.object(
        KEY,
        "text/csv; charset=utf-8",
        "state,file,line,check,found,expected,warehouse,itemId,id\n"
            + "new,,,level,7,5,Berlin,d23x56,4f1c09ab73de8265\n"
            + "known,\"a,b.csv\",14,zero-change,a change of 0,a change,Köln,'=x,00000000000000aa\n"
            + "known,,,zero-change,25 more,the first 10 are listed,,,\n");
  }

  private static ReportingApi.Answer accept(String id, String body) {
    return FIXTURE.api().call("PUT", "/v1/accepted-findings/" + id, body, "*/*");
  }

  private static String body(String more) {
    return "{\"runId\":\"" + RUN + "\",\"reason\":\"booked late\"" + more + "}";
  }

  @Test
  void aFindingIsAcceptedWithItsValuesForNinetyDaysAndCountsAgainOnRequest() {
    Instant before = Instant.now();

    ReportingApi.Answer answer = accept(WORST, body(""));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .startsWith(
            "{\"finding\":{\"id\":\"4f1c09ab73de8265\",\"state\":\"new\",\"check\":\"level\","
                + "\"file\":null,\"line\":null,\"warehouse\":\"Berlin\",\"itemId\":\"d23x56\","
                + "\"found\":\"7\",\"expected\":\"5\"},"
                + "\"runId\":\"20261121T030000Z-1a2b3c4d\",\"acceptedAt\":\"")
        .contains("\"reason\":\"booked late\"");
    Map<String, AttributeValue> record = record(WORST);
    AcceptedFindingItem accepted = AcceptedFindingItem.of(record);
    assertThat(accepted.until())
        .isBetween(before.plus(Duration.ofDays(89)), before.plus(Duration.ofDays(91)));
    assertThat(record.get("expiresAt").n())
        .isEqualTo(Long.toString(accepted.until().getEpochSecond()));
    assertThat(FIXTURE.api().get("/accepted-findings").text()).contains(WORST);

    String withdraw = "/v1/accepted-findings/" + WORST + "?note=moved";
    assertThat(FIXTURE.api().ask("DELETE", withdraw).status()).isEqualTo(204);
    assertThat(FIXTURE.api().ask("DELETE", withdraw).status()).isEqualTo(204);
    assertThat(record(WORST)).isEmpty();
    assertThat(FIXTURE.api().get("/audit?action=ACCEPT_FINDING").text())
        .contains("\"note\":\"booked late\"", WORST, "\"detail\":\"level: 7\"");
    assertThat(FIXTURE.api().get("/audit?action=WITHDRAW_FINDING").text())
        .containsOnlyOnce("\"note\":\"moved\"");
    assertThat(FIXTURE.api().get("/accepted-findings").text()).doesNotContain(WORST);
  }

  @Test
  void aFindingThatOnlyTheListHasIsAcceptedUntilATime() {
    Instant until = Instant.now().plus(Duration.ofDays(3));

    ReportingApi.Answer answer = accept(LISTED, body(",\"until\":\"" + until + "\""));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .contains("\"file\":\"a,b.csv\",\"line\":14,\"warehouse\":\"Köln\"")
        .contains("\"until\":\"" + until + "\"");
    assertThat(FIXTURE.api().get("/accepted-findings", "accept", "text/csv").text())
        .contains("00000000000000aa,zero-change,\"a,b.csv\",14,Köln,'=x,a change of 0,a change,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "00000000000000bb; {\"runId\":\"20261121T030000Z-1a2b3c4d\",\"reason\":\"x\"}; 404",
        "nonsense; {\"runId\":\"20261121T030000Z-1a2b3c4d\",\"reason\":\"x\"}; 404",
        "4f1c09ab73de8265; {\"runId\":\"20991121T030000Z-1a2b3c4d\",\"reason\":\"x\"}; 404",
        "4f1c09ab73de8265; {\"runId\":\"20261121T030000Z-1a2b3c4d\"}; 400",
        "4f1c09ab73de8265; {\"reason\":\"x\"}; 400",
        "4f1c09ab73de8265; {\"runId\":\"20261121T030000Z-1a2b3c4d\",\"reason\":\"x\",\"until\":\"2020-01-01T00:00:00Z\"}; 400"
      })
  void whatCannotBeAcceptedIsRefused(String id, String body, int status) {
    ReportingApi.Answer answer = accept(id, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  private static Map<String, AttributeValue> record(String id) {
    return FIXTURE
        .resources()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(FIXTURE.resources().table())
                    .key(AcceptedFindingItem.key(id))
                    .consistentRead(true))
        .item();
  }
}
