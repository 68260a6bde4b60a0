package inventory.reporting.http.overview;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockState;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverviewIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final ReportingApi api = FIXTURE.api();
  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void itTellsHowEverythingStandsAndShowsAChangeWithinTwoSeconds() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    facts.level("Berlin", "a", "9007199254740993");
    facts.level("Berlin", "b", "-3");
    facts.level("Bremen", "a", "7");
    facts.reportedDaily("Bremen", now.minus(3, ChronoUnit.DAYS));
    FIXTURE.alerts().open(StoredAlerts.in("Berlin", "b"), StockState.OUT, now);
    FIXTURE.alerts().open(StoredAlerts.in("Bremen", "a"), StockState.LOW, now);
    FIXTURE.alerts().open(AlertId.ofTotal("a"), StockState.LOW, now);
    facts.file("0123456789abcdef0123456789abcdea", "a.csv", now);
    facts.file("0123456789abcdef0123456789abcdeb", "b.csv", now, FileStatus.HELD, FileKind.COUNT);
    facts.file("0123456789abcdef0123456789abcdec", "c.csv", now.minus(1, ChronoUnit.DAYS));
    FIXTURE.runs().completed("20260216T030000Z-1a2b3c4d", now, "validation/f.csv");

    JsonNode overview = api.get("/overview").body();

    assertThat(overview.get("totals").get("units").getBigIntegerValue())
        .hasToString("9007199254740997");
    assertThat(api.get("/overview").text())
        .contains(
            "\"warehouses\":[{\"name\":\"Berlin\",\"items\":2,\"units\":9007199254740990,"
                + "\"low\":0,\"out\":1,\"lastFileAt\":null,\"freshness\":\"UNKNOWN\","
                + "\"usualInterval\":null},{\"name\":\"Bremen\",\"items\":1,\"units\":7,"
                + "\"low\":1,\"out\":0,\"lastFileAt\":null,\"freshness\":\"LATE\","
                + "\"usualInterval\":\"PT24H\"}]")
        .contains(
            "\"totals\":{\"warehouses\":2,\"items\":3,\"units\":9007199254740997,"
                + "\"low\":1,\"out\":1}")
        .contains(
            "\"filesToday\":{\"total\":2,\"byStatus\":{\"RECEIVED\":0,\"PROCESSING\":0,"
                + "\"APPLIED\":1,\"PARTIAL\":0,\"INCOMPLETE\":0,\"REJECTED\":0,\"DUPLICATE\":0,"
                + "\"HELD\":1},"
                + "\"rowsApplied\":10,\"rowsRejected\":0}")
        .contains("\"lastValidation\":{\"id\":\"20260216T030000Z-1a2b3c4d\"")
        .contains("\"openAlerts\":{\"low\":2,\"out\":1}");

    assertThatItIsTheSameWhileNothingChanges();
    facts.level("Bremen", "a", "8");
    assertThat(api.get("/overview").text()).contains("\"units\":8,");
  }

  private void assertThatItIsTheSameWhileNothingChanges() {
    String tag = api.get("/overview").headers().firstValue("etag").orElseThrow();

    assertThat(api.get("/overview", "if-none-match", tag).status()).isEqualTo(304);
  }
}
