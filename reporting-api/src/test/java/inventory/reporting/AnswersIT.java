package inventory.reporting;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of answers: ETags, compression and CSV. */
class AnswersIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String[] CSV = {"accept", "text/csv"};
  private static final Instant TIME = Instant.parse("2026-02-15T11:00:00Z");

  private final ReportingApi api = FIXTURE.api();
  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void whoHasTheAnswerIsToldSoUntilItChanges() {
    facts.level("Tagged", "a", "1");
    ReportingApi.Answer first = api.get("/levels?warehouse=Tagged");
    String tag = first.headers().firstValue("etag").orElseThrow();

    ReportingApi.Answer again = api.get("/levels?warehouse=Tagged", "if-none-match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(again.headers().firstValue("etag")).contains(tag);

    facts.level("Tagged", "a", "2");
    ReportingApi.Answer changed = api.get("/levels?warehouse=Tagged", "if-none-match", tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers().firstValue("etag")).isPresent().isNotEqualTo(tag);
    assertThat(changed.headers().firstValue("cache-control")).contains("private, no-cache");
  }

  @ParameterizedTest
  @CsvSource({"%s, 304", "'\"x\", %s', 304", "*, 304", "\"x\", 200", "'', 200"})
  void tagsAreComparedAsHttpWantsIt(String header, int status) {
    facts.warehouse("Compared");
    String tag = api.get("/levels?warehouse=Compared").headers().firstValue("etag").orElseThrow();

    assertThat(
            api.get("/levels?warehouse=Compared", "if-none-match", header.formatted(tag)).status())
        .isEqualTo(status);
  }

  @Test
  void aLongAnswerIsCompressedForWhoReadsThat() throws IOException {
    for (int i = 0; i < 30; i++) {
      facts.level("Long", "item " + i, "1");
    }
    String plain = api.get("/levels?warehouse=Long").text();

    HttpResponse<byte[]> answer = api.getBytes("/levels?warehouse=Long", "accept-encoding", "gzip");

    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(answer.body().length).isLessThan(plain.length() / 2);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void theItemsOfAWarehouseAreCsvToTheirEndWhateverTheLimit() {
    for (int i = 0; i < 1100; i++) {
      facts.level("Whole", "i%04d".formatted(i), Integer.toString(i - 3));
    }

    ReportingApi.Answer answer = api.get("/levels?warehouse=Whole&limit=2", CSV);

    assertThat(answer.contentType()).startsWith("text/csv");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValueSatisfying(value -> assertThat(value).contains("items.csv"));
    List<CSVRecord> rows = rows(answer);
    assertThat(rows.get(0).toList())
        .containsExactly(
            "itemId", "itemName", "stockLevel", "restockIfBelow", "state", "removed", "updatedAt");
    assertThat(rows).hasSize(1101);
    assertThat(rows.get(1).toList())
        .containsExactly(
            "i0000", "Name of i0000", "-3", "10", "OUT", "false", "2026-02-15T11:00:07.123Z");
    assertThat(rows.get(1100).get(0)).isEqualTo("i1099");
    assertThat(answer.text()).contains("\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
  void aCellThatASpreadsheetWouldComputeIsDefusedAndANumberIsNot(String name) {
    facts.level("Defused " + name, name, name, "-5", TIME);

    CSVRecord row = rows(api.get("/levels?warehouse=" + encoded("Defused " + name), CSV)).get(1);

    assertThat(row.get(0)).isEqualTo("'" + name);
    assertThat(row.get(1)).isEqualTo("'" + name);
    assertThat(row.get(2)).isEqualTo("-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "\"quoted\"", " at both ends ", "ü漢𝄞", "a;b\\c", "<b>&amp;</b>", "/#?%+&"})
  void anyNameComesThroughCsvAsItIs(String name) {
    facts.level("Csv of " + name, name, name, "1", TIME);

    CSVRecord row = rows(api.get("/levels?warehouse=" + encoded("Csv of " + name), CSV)).get(1);

    assertThat(row.get(0)).isEqualTo(name);
    assertThat(row.get(1)).isEqualTo(name);
  }

  @Test
  void everyListIsCsvForWhoAsksForIt() {
    facts.level("Listed", "i", "1");
    facts.change(new StockKey("Listed", "i"), TIME, "source", "0123456789abcdef", 4, 2);
    facts.file("0123456789abcdef0123456789abcdef", "k.csv", TIME, FileStatus.HELD, FileKind.COUNT);
    FIXTURE.alerts().open(StoredAlerts.in("Listed", "i"), StockState.LOW, TIME);
    FIXTURE.runs().completed("20260216T030000Z-1a2b3c4d", TIME, "validation/f.csv");

    assertThat(rows(api.get("/warehouses", CSV))).anyMatch(row -> row.get(0).equals("Listed"));
    assertThat(rows(api.get("/items?query=i", CSV)).get(1).toList())
        .containsExactly("i", "Name of i");
    assertThat(rows(api.get("/movements?itemId=i", CSV)).get(1).toList())
        .startsWith("2026-02-15T11:00:00Z", "Listed", "CHANGE", "4", "", "4", "2", "2", "");
    assertThat(rows(api.get("/files?date=2026-02-15", CSV)).get(1).get(1)).isEqualTo("k.csv");
    assertThat(rows(api.get("/alerts?warehouse=Listed", CSV)).get(1).toList())
        .startsWith("Listed", "i", "Name of i", "LOW", "1", "10", "2026-02-15T11:00:00Z");
    assertThat(rows(api.get("/validation-runs", CSV)).get(1).get(0))
        .isEqualTo("20260216T030000Z-1a2b3c4d");
  }

  @Test
  void whatIsWrongIsAProblemDocumentForWhoAsksForCsvToo() {
    ReportingApi.Answer answer = api.get("/levels?warehouse=Nowhere", CSV);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "*/*, application/json",
    "'text/csv, application/json;q=0.5', text/csv",
    "'application/json, text/csv;q=0.5', application/json"
  })
  void theFirstFormThatIsAcceptedIsGiven(String accept, String type) {
    assertThat(api.get("/warehouses", "accept", accept).contentType()).startsWith(type);
  }

  private static List<CSVRecord> rows(ReportingApi.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    try (CSVParser parser = CSVParser.parse(answer.text(), CSVFormat.RFC4180)) {
      return new ArrayList<>(parser.getRecords());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
