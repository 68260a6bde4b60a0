package inventory.reporting.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requirement R5. */
class FileReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void aFileTellsItsCountsItsReasonAndWhereItsRejectsAre() {
    String id = id(1);
    facts.partialFile(id, "a/b.csv", Instant.parse("2026-01-01T10:00:00.5Z"), "rejected/a/b.csv");

    assertThat(FIXTURE.api().get("/files/" + id).text())
        .isEqualTo(
            "{\"id\":\""
                + id
                + "\",\"key\":\"a/b.csv\",\"version\":\"v1\",\"size\":4096,"
                + "\"receivedAt\":\"2026-01-01T10:00:00.500Z\","
                + "\"finishedAt\":\"2026-01-01T10:00:01.500Z\",\"kind\":\"TRANSACTIONS\","
                + "\"status\":\"PARTIAL\",\"rowsApplied\":5,\"rowsRejected\":2,"
                + "\"reason\":\"2 rows were rejected\","
                + "\"firstRejects\":[\"line 2: no time\",\"line 9: no item\"],\"rejects\":{\"key\":\"rejected/a/b.csv\","
                + "\"url\":\"/v1/files/"
                + id
                + "/rejects\"},\"releasedAt\":null,\"releasedBy\":null,\"uploadedBy\":null}");
  }

  @Test
  void aFileThatHasJustArrivedHasNoOutcomeYet() {
    facts.arrivedFile(id(2), "new.csv", Instant.parse("2026-01-02T10:00:00Z"));

    assertThat(FIXTURE.api().get("/files/" + id(2)).text())
        .contains("\"finishedAt\":null,\"kind\":\"UNKNOWN\",\"status\":\"RECEIVED\"")
        .contains(
            "\"rowsApplied\":0,\"rowsRejected\":0,\"reason\":null,\"firstRejects\":[],\"rejects\":null,\"releasedAt\":null,\"releasedBy\":null,\"uploadedBy\":null}");
  }

  @Test
  void theFilesOfADayAreListedNewestFirst() {
    Instant noon = Instant.parse("2026-01-03T12:00:00Z");
    for (int i = 0; i < 10; i++) {
      facts.file(id(100 + i), "file " + i, noon.plusSeconds(i / 2));
    }
    facts.file(id(110), "the day before", Instant.parse("2026-01-02T23:59:59.999Z"));

    assertThat(keys("/files?date=2026-01-03&limit=3"))
        .containsExactly(
            "file 9", "file 8", "file 7", "file 6", "file 5", "file 4", "file 3", "file 2",
            "file 1", "file 0");
    assertThat(FIXTURE.api().get("/files?date=2026-01-03&limit=1").text())
        .startsWith("{\"date\":\"2026-01-03\",\"files\":[{\"id\":");
  }

  @Test
  void filesAreFilteredByStatusAndKindInFullPages() {
    Instant noon = Instant.parse("2026-01-04T12:00:00Z");
    for (int i = 0; i < 40; i++) {
      FileStatus status = i % 10 == 0 ? FileStatus.HELD : FileStatus.APPLIED;
      FileKind kind = i % 20 == 0 ? FileKind.COUNT : FileKind.TRANSACTIONS;
      facts.file(id(200 + i), "file " + i, noon.plusSeconds(i), status, kind);
    }

    assertThat(keys("/files?date=2026-01-04&status=HELD&limit=3"))
        .containsExactly("file 30", "file 20", "file 10", "file 0");
    assertThat(keys("/files?date=2026-01-04&status=HELD&kind=COUNT&limit=1"))
        .containsExactly("file 20", "file 0");
  }

  @Test
  void withoutADateTheFilesAreThoseOfToday() {
    Instant now = Instant.now();
    facts.file(id(300), "today's first", now.truncatedTo(ChronoUnit.DAYS));
    facts.file(id(301), "today's second", now.truncatedTo(ChronoUnit.DAYS).plusSeconds(1));

    assertThat(keys("/files?limit=1")).containsExactly("today's second", "today's first");
  }

  @Test
  void aDayWithoutFilesIsEmpty() {
    assertThat(FIXTURE.api().get("/files?date=1999-12-31").text())
        .isEqualTo("{\"date\":\"1999-12-31\",\"files\":[],\"nextCursor\":null}");
  }

  @Test
  void anUnknownFileIsNotFound() {
    for (String id : List.of(id(9999), "x", "%20", "a%2Fb", "x".repeat(3000))) {
      ReportingApi.Answer answer = FIXTURE.api().get("/files/" + id);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.body().get("detail").getStringValue()).startsWith("There is no file");
    }
  }

  @Test
  void rejectsAreGivenOutAsAttachment() {
    String rows = "Timestamp\tWarehouseName\nnoon\tKöln\n".repeat(10_000);
    FIXTURE.object("rejected/inbox/böse \"1\".csv", "text/csv; charset=utf-8", rows);
    Instant received = Instant.parse("2026-01-05T10:00:00Z");
    facts.partialFile(id(400), "inbox/böse \"1\".csv", received, "rejected/inbox/böse \"1\".csv");

    HttpResponse<String> answer = FIXTURE.api().send("GET", "/v1/files/" + id(400) + "/rejects");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(rows);
    assertThat(answer.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("filename*=utf-8''b%C3%B6se%20%221%22.csv");
  }

  @Test
  void aThresholdFileIsToldFromOthersAndItsRejectsAreJson() {
    String rejects = "[{\"index\":3,\"field\":\"RestockIfBelow\",\"reason\":\"is negative\"}]";
    FIXTURE.object("rejected/restock_thresholds.json", "application/json", rejects);
    Instant received = Instant.parse("2026-01-07T10:00:00Z");
    facts.file(id(600), "stock.csv", received);
    facts.partialFile(
        id(601), "restock_thresholds.json", received, "rejected/restock_thresholds.json");
    facts.kind(id(601), FileKind.THRESHOLDS);

    assertThat(keys("/files?date=2026-01-07&kind=THRESHOLDS"))
        .containsExactly("restock_thresholds.json");
    assertThat(FIXTURE.api().get("/files?date=2026-01-07&kind=THRESHOLDS").text())
        .contains("\"kind\":\"THRESHOLDS\",\"status\":\"PARTIAL\"")
        .contains("\"firstRejects\":[\"line 2: no time\",\"line 9: no item\"]");
    HttpResponse<String> answer = FIXTURE.api().send("GET", "/v1/files/" + id(601) + "/rejects");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(rejects);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .contains("restock_thresholds.json");
  }

  @Test
  void theRejectedEventsOfAnHourAreGivenOutAsLinesOfJson() {
    String key = "rejected/events/2026/01/08/2026010810_events.jsonl";
    String lines = "{\"field\":\"\",\"reason\":\"is no JSON\"}\n{\"field\":\"quantity\"}\n";
    FIXTURE.object(key, "application/x-ndjson; charset=utf-8", lines);
    Instant hour = Instant.parse("2026-01-08T10:00:00Z");
    facts.file(id(700), "stock.csv", hour);
    facts.rejectedEvents(id(701), key, hour);

    assertThat(keys("/files?date=2026-01-08&kind=EVENTS&status=REJECTED")).containsExactly(key);
    assertThat(FIXTURE.api().get("/files/" + id(701)).text())
        .contains("\"version\":\"\",\"size\":0,", "\"kind\":\"EVENTS\",\"status\":\"REJECTED\"")
        .contains("\"firstRejects\":[\"record 7 of P1: it is no JSON\"]");
    HttpResponse<String> answer = FIXTURE.api().send("GET", "/v1/files/" + id(701) + "/rejects");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(lines);
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/x-ndjson; charset=utf-8");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("2026010810_events.jsonl");
  }

  @Test
  void aFileWithoutRejectsAndRejectsThatAreGoneAreNotFound() {
    Instant received = Instant.parse("2026-01-06T10:00:00Z");
    facts.file(id(500), "good.csv", received);
    facts.partialFile(id(501), "gone.csv", received, "rejected/gone.csv");

    for (String id : List.of(id(500), id(501), id(502))) {
      ReportingApi.Answer answer = FIXTURE.api().get("/files/" + id + "/rejects");
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
  }

  private static List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = FIXTURE.api().get(path + "&cursor=" + cursor).body();
      page.get("files").values().forEach(file -> keys.add(file.get("key").getStringValue()));
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").getStringValue();
    } while (!cursor.isEmpty());
    return keys;
  }

  private static String id(int number) {
    return String.format("%032x", number);
  }
}
