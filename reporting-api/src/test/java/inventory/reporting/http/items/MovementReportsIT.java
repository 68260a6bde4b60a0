package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.movement.PackedRows;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requirement I4: every level can be explained. */
class MovementReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant TIME = StoredFacts.TIME;

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void aMovementNamesItsFileAndLine() {
    String file = id(1);
    facts.level("Berlin 1", "one", "1");
    facts.file(file, "inventory_files/2026/02/15/x y.csv", TIME);
    facts.change(new StockKey("Berlin 1", "one"), TIME, "aaaa", file, -3, 2);

    assertThat(FIXTURE.api().get("/movements?itemId=one").text())
        .isEqualTo(
            "{\"itemId\":\"one\",\"movements\":[{\"time\":\"2026-02-15T11:00:00Z\",\"warehouse\":"
                + "\"Berlin 1\",\"kind\":\"CHANGE\",\"change\":-3,\"balance\":-3,\"line\":2,\"file\":"
                + "\"inventory_files/2026/02/15/x y.csv\",\"fileId\":\""
                + file
                + "\"}],\"nextCursor\":null}");
  }

  @Test
  void aCountIsToldFromAChange() {
    facts.level("Berlin 1", "counted", "12");
    facts.file(id(2), "inventory-berlin.csv", TIME);
    facts.count(new StockKey("Berlin 1", "counted"), TIME, "bbbb", id(2), 12, 7);

    assertThat(FIXTURE.api().get("/movements?itemId=counted").text())
        .contains("\"kind\":\"COUNT\",\"count\":12,\"balance\":12,\"line\":7,")
        .doesNotContain("\"change\"");
  }

  @Test
  void aCorrectionTellsWhatTheLevelWasAndIsAndNoFile() {
    StockKey key = new StockKey("Berlin 1", "corrected");
    facts.level("Berlin 1", "corrected", "12");
    facts.file(id(8), "eight.csv", TIME);
    facts.change(key, TIME, "hhhh", id(8), 12, 2);
    facts.correction(key, TIME.plusSeconds(1), Optional.of(5L), Optional.of(12L));
    facts.correction(key, TIME.plusSeconds(2), Optional.empty(), Optional.of(12L));

    List<JsonNode> entries = pages("/movements?itemId=corrected&limit=1");

    assertThat(entries).hasSize(3);
    assertThat(FIXTURE.api().get("/movements?itemId=corrected").text())
        .contains(
            "{\"time\":\"2026-02-15T11:00:02Z\",\"warehouse\":\"Berlin 1\",\"kind\":\"CORRECTION\","
                + "\"balance\":12,\"correction\":{\"from\":null,\"to\":12,\"reason\":\"it was wrong\"}},"
                + "{\"time\":\"2026-02-15T11:00:01Z\",\"warehouse\":\"Berlin 1\",\"kind\":\"CORRECTION\","
                + "\"balance\":12,\"correction\":{\"from\":5,\"to\":12,\"reason\":\"it was wrong\"}},"
                + "{\"time\":\"2026-02-15T11:00:00Z\"");
  }

  @Test
  void anEventTellsItsIdItsTypeAndItsPlaceAndNoFile() {
    StockKey key = new StockKey("ONLINE", "shop");
    facts.level("ONLINE", "shop", "0");
    facts.event(key, TIME, "41", EventType.PRODUCT_ADDED, "change", 10);
    facts.event(key, TIME.plusSeconds(1), "42", EventType.PRODUCT_REMOVED, "count", 0);

    assertThat(FIXTURE.api().get("/movements?itemId=shop").text())
        .isEqualTo(
            "{\"itemId\":\"shop\",\"movements\":[{\"time\":\"2026-02-15T11:00:01Z\",\"warehouse\":"
                + "\"ONLINE\",\"kind\":\"COUNT\",\"count\":0,\"balance\":0,\"event\":{\"id\":\"event of 42\","
                + "\"type\":\"product_removed\",\"sequenceNumber\":\"42\"}},"
                + "{\"time\":\"2026-02-15T11:00:00Z\",\"warehouse\":\"ONLINE\",\"kind\":\"CHANGE\","
                + "\"change\":10,\"balance\":10,\"event\":{\"id\":\"event of 41\",\"type\":\"product_added\","
                + "\"sequenceNumber\":\"41\"}}],\"nextCursor\":null}");
  }

  @Test
  void eventsOfOneMomentArePagedInTheOrderOfTheStreamBehindTheFilesOfIt() {
    StockKey key = new StockKey("ONLINE", "moment");
    facts.level("ONLINE", "moment", "1");
    facts.file(id(9), "nine.csv", TIME);
    facts.changes(key, "ffff", id(9), List.of(row(2, 0, -2), row(3, 0, -1), row(4, 1, 100)));
    for (int i : List.of(10, 2, 9, 1, 99, 100)) {
      String sequence = Integer.toString(i);
      facts.event(key, TIME, sequence, EventType.QUANTITY_CHANGED, "change", i);
    }

    for (int limit : List.of(1, 2, 4)) {
      assertThat(pages("/movements?itemId=moment&limit=" + limit))
          .extracting(entry -> entry.get("change").getIntValue())
          .containsExactly(100, 100, 99, 10, 9, 2, 1, -1, -2);
    }
    assertThat(pages("/movements?itemId=moment&limit=1").get(0).get("file").getStringValue())
        .isEqualTo("nine.csv");
  }

  @Test
  void rowsOfOverlappingFilesAndWarehousesAreOneList() {
    StockKey berlin = new StockKey("Berlin 1", "merged");
    StockKey bremen = new StockKey("Bremen 4", "merged");
    facts.level("Berlin 1", "merged", "1");
    facts.level("Bremen 4", "merged", "1");
    facts.file(id(3), "three.csv", TIME);
    facts.file(id(4), "four.csv", TIME);
    facts.changes(berlin, "cccc", id(3), List.of(row(2, 0, 20), row(4, 40, 24), row(5, 10, 21)));
    facts.change(bremen, TIME.plusSeconds(30), "cccc", id(3), 23, 3);
    facts.changes(berlin, "dddd", id(4), List.of(row(2, 20, 22), row(3, 50, 25)));

    assertThat(pages("/movements?itemId=merged&limit=1"))
        .extracting(entry -> entry.get("change").getIntValue())
        .containsExactly(25, 24, 23, 22, 21, 20);
    assertThat(pages("/movements?itemId=merged&limit=4"))
        .extracting(entry -> entry.get("file").getStringValue())
        .containsExactly(
            "four.csv", "three.csv", "three.csv", "four.csv", "three.csv", "three.csv");
    assertThat(pages("/movements?itemId=merged&limit=2&warehouse=Berlin%201"))
        .extracting(entry -> entry.get("change").getIntValue())
        .containsExactly(25, 24, 22, 21, 20);
  }

  @Test
  void rowsTooManyToBeStoredAreOneEntryWithTheirSum() {
    facts.level("Berlin 1", "many", "6");
    facts.file(id(5), "many.csv", TIME);
    facts.manyChanges(
        new StockKey("Berlin 1", "many"),
        "eeee",
        id(5),
        List.of(row(2, 0, 1), row(3, 9, 2), row(900, 5, 3)));

    assertThat(FIXTURE.api().get("/movements?itemId=many").text())
        .contains(
            "{\"time\":\"2026-02-15T11:00:09Z\",\"warehouse\":\"Berlin 1\",\"kind\":\"CHANGE\","
                + "\"change\":6,\"balance\":6,\"lines\":{\"first\":2,\"last\":900},\"rowCount\":3,"
                + "\"file\":\"many.csv\"");
  }

  @Test
  void moreFilesThanOneReadTakesAreAllNamed() {
    StockKey key = new StockKey("Berlin 1", "busy");
    facts.level("Berlin 1", "busy", "1");
    for (int i = 0; i < 250; i++) {
      facts.file(id(1000 + i), "file " + i, TIME);
      facts.change(key, TIME.plusSeconds(i), "s" + i, id(1000 + i), i, 2);
    }

    List<JsonNode> entries = pages("/movements?itemId=busy&limit=240");

    assertThat(entries).hasSize(250);
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(entry.get("file").getStringValue())
                    .isEqualTo("file " + entry.get("change").getIntValue()));
  }

  @Test
  void aThousandRowsOfOneMovementArePaged() {
    facts.level("Berlin 1", "long", "1");
    facts.file(id(6), "long.csv", TIME);
    List<PackedRows.Row> rows =
        IntStream.range(0, 1000).mapToObj(i -> row(i + 2, (i * 7) % 1000, i)).toList();
    facts.changes(new StockKey("Berlin 1", "long"), "ffff", id(6), rows);

    List<JsonNode> entries = pages("/movements?itemId=long&limit=99");

    assertThat(entries).hasSize(1000);
    assertThat(entries)
        .extracting(entry -> Instant.parse(entry.get("time").getStringValue()))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void theBalancesOfAllPagesAreTheLevelsAfterTheirEntries() {
    StockKey key = new StockKey("Berlin 1", "balanced");
    facts.level("Berlin 1", "balanced", "42");
    facts.change(key, TIME, "a", id(1), 5, 2);
    facts.count(key, TIME.plusSeconds(1), "b", id(2), 40, 2);
    facts.changes(key, "c", id(3), List.of(row(2, 0, 7), row(3, 2, -1), row(4, 3, 3)));

    for (int limit : List.of(1, 2, 3, 100)) {
      assertThat(pages("/movements?itemId=balanced&warehouse=Berlin%201&limit=" + limit))
          .extracting(entry -> entry.get("balance").getIntValue())
          .containsExactly(42, 39, 40, 12, 5);
      assertThat(pages("/movements?itemId=balanced&limit=" + limit))
          .extracting(entry -> entry.get("balance").getIntValue())
          .containsExactly(42, 39, 40, 12, 5);
    }
    assertThat(FIXTURE.api().get("/movements?itemId=balanced", "Accept", "text/csv").text())
        .contains("time,warehouse,kind,change,count,balance,firstLine");
  }

  @Test
  void anUnknownItemOrWarehouseIsNotFound() {
    facts.level("Berlin 1", "known", "1");

    assertThat(FIXTURE.api().get("/movements?itemId=unknown").status()).isEqualTo(404);
    assertThat(FIXTURE.api().get("/movements?itemId=known&warehouse=Nowhere").status())
        .isEqualTo(404);
    assertThat(FIXTURE.api().get("/movements?itemId=known&warehouse=Berlin%201").text())
        .isEqualTo("{\"itemId\":\"known\",\"movements\":[],\"nextCursor\":null}");
  }

  @Test
  void aCursorOfAnotherItemIsRefused() {
    StockKey key = new StockKey("Berlin 1", "cursor");
    facts.level("Berlin 1", "cursor", "1");
    facts.level("Berlin 1", "cursor 2", "1");
    facts.changes(key, "gggg", id(7), List.of(row(2, 0, 1), row(3, 1, 2)));
    String cursor =
        FIXTURE
            .api()
            .get("/movements?itemId=cursor&limit=1")
            .body()
            .get("nextCursor")
            .getStringValue();

    ReportingApi.Answer refused =
        FIXTURE.api().get("/movements?itemId=cursor%202&cursor=" + cursor);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo("cursor");
  }

  private static List<JsonNode> pages(String path) {
    List<JsonNode> entries = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = FIXTURE.api().get(path + "&cursor=" + cursor).body();
      page.get("movements").values().forEach(entries::add);
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").getStringValue();
    } while (!cursor.isEmpty());
    return entries;
  }

  private static PackedRows.Row row(int line, int second, long change) {
    return new PackedRows.Row(line, TIME.plusSeconds(second), change);
  }

  private static String id(int number) {
    return String.format("%032x", number);
  }
}
