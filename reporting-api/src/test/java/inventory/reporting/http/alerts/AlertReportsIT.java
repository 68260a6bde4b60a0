package inventory.reporting.http.alerts;

import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements A1 to A3: open alerts show the same numbers as other reports. */
class AlertReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00.5Z");

  private final StoredFacts facts = FIXTURE.facts();
  private final StoredAlerts alerts = FIXTURE.alerts();

  @BeforeEach
  void noAlertIsOpen() {
    alerts.clear();
  }

  @Test
  void anAlertHasExactlyTheseFields() {
    facts.level("Berlin 1", "a123v5", "-3");
    alerts.open(in("Berlin 1", "a123v5"), StockState.OUT, SINCE);

    ReportingApi.Answer answer = FIXTURE.api().get("/alerts");

    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"alerts\":[{\"warehouse\":\"Berlin 1\",\"itemId\":\"a123v5\",\"itemName\":"
                + "\"Name of a123v5\",\"state\":\"OUT\",\"stockLevel\":-3,\"restockIfBelow\":10,"
                + "\"since\":\"2026-02-15T12:00:00.500Z\",\"acknowledgedAt\":null,"
                + "\"acknowledgedBy\":null,\"acknowledgedNote\":null,\"snoozedUntil\":null,"
                + "\"snoozedBy\":null,\"snoozedNote\":null,\"order\":{\"quantity\":23,\"upTo\":20,"
                + "\"packSize\":null,\"perDay\":null,\"daysOfCover\":null,\"stockOutOn\":null,"
                + "\"explanation\":\"-3 left, too little history; order 23 = 2 x 10 + 3\"}}],"
                + "\"nextCursor\":null}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 100})
  void whatIsOutOfStockComesFirstAndTheNewestFirstInBoth(int limit) {
    for (int i = 0; i < 4; i++) {
      alerts.open(in("Berlin 1", "low " + i), StockState.LOW, SINCE.plusSeconds(100 + i));
      alerts.open(in("Bremen 4", "out " + i), StockState.OUT, SINCE.plusSeconds(i));
    }
    alerts.recovered(in("Berlin 1", "recovered"));

    assertThat(items("/alerts?limit=" + limit, limit))
        .containsExactly("out 3", "out 2", "out 1", "out 0", "low 3", "low 2", "low 1", "low 0");
  }

  @Test
  void alertsOfOneMomentAreOnOnePageEach() {
    List<String> expected = new ArrayList<>();
    for (int i = 10; i < 35; i++) {
      alerts.open(in("Berlin 1", "item " + i), StockState.LOW, SINCE);
      expected.add("item " + i);
    }
    alerts.open(AlertId.ofTotal("item 10"), StockState.LOW, SINCE);
    expected.add("item 10");

    assertThat(items("/alerts?limit=3", 3)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void alertsAreFilteredByState() {
    for (int i = 0; i < 5; i++) {
      alerts.open(in("Berlin 1", "low " + i), StockState.LOW, SINCE.plusSeconds(i));
      alerts.open(in("Berlin 1", "out " + i), StockState.OUT, SINCE.plusSeconds(i));
    }

    assertThat(items("/alerts?state=LOW&limit=2", 2))
        .containsExactly("low 4", "low 3", "low 2", "low 1", "low 0");
    assertThat(items("/alerts?state=OUT&limit=5", 5))
        .containsExactly("out 4", "out 3", "out 2", "out 1", "out 0");
  }

  @Test
  void alertsAreFilteredByWarehouseInFullPages() {
    for (int i = 0; i < 60; i++) {
      String warehouse = i % 20 == 0 ? "Köln/Süd" : "Berlin 1";
      StockState state = i < 30 ? StockState.OUT : StockState.LOW;
      alerts.open(in(warehouse, "item " + i), state, SINCE.plusSeconds(i));
    }
    alerts.open(AlertId.ofTotal("total"), StockState.OUT, SINCE);

    assertThat(items("/alerts?warehouse=K%C3%B6ln%2FS%C3%BCd&limit=2", 2))
        .containsExactly("item 20", "item 0", "item 40");
    assertThat(items("/alerts?warehouse=K%C3%B6ln%2FS%C3%BCd&state=OUT&limit=1", 1))
        .containsExactly("item 20", "item 0");
    assertThat(items("/alerts?warehouse=Nowhere", 100)).isEmpty();
  }

  @Test
  void theNumbersAreThoseOfNowByTheThresholdThatIsNearest() {
    facts.level("Berlin 1", "own", "4");
    facts.threshold("own", 50);
    facts.threshold("Berlin 1", "own", 5);
    facts.threshold("Bremen 4", "own", 6);
    facts.level("Berlin 1", "item", "7");
    facts.threshold("item", 8);
    facts.level("Berlin 1", "default", "9");
    for (String item : List.of("own", "item", "default")) {
      alerts.open(in("Berlin 1", item), StockState.LOW, SINCE);
    }

    for (JsonNode alert : FIXTURE.api().get("/alerts").body().get("alerts").values()) {
      assertThat(numbers(alert))
          .isEqualTo(
              switch (alert.get("itemId").getStringValue()) {
                case "own" -> "4 of 5";
                case "item" -> "7 of 8";
                default -> "9 of 10";
              });
    }
  }

  @Test
  void anAlertOnATotalHasTheSumOfTheWarehousesThatListTheItem() {
    facts.level("Berlin 1", "sum", "12");
    facts.level("Bremen 4", "sum", "-5");
    facts.removedLevel("Aachen 1", "sum", "1000");
    facts.threshold("sum", 30);
    facts.threshold("Berlin 1", "sum", 2);
    alerts.open(AlertId.ofTotal("sum"), StockState.LOW, SINCE);

    JsonNode alert = FIXTURE.api().get("/alerts").body().get("alerts").get(0);

    assertThat(alert.get("warehouse").isNull()).isTrue();
    assertThat(numbers(alert)).isEqualTo("7 of 30");
  }

  @Test
  void moreNumbersThanOneReadTakesAreAllRight() {
    for (int i = 0; i < 120; i++) {
      facts.level("Berlin 1", "many " + i, Integer.toString(i));
      facts.threshold("Berlin 1", "many " + i, 1000 + i);
      alerts.open(in("Berlin 1", "many " + i), StockState.LOW, SINCE);
    }

    JsonNode found = FIXTURE.api().get("/alerts?limit=1000").body().get("alerts");

    assertThat(found.size()).isEqualTo(120);
    for (JsonNode alert : found.values()) {
      int i = Integer.parseInt(alert.get("itemId").getStringValue().substring("many ".length()));
      assertThat(numbers(alert)).isEqualTo(i + " of " + (1000 + i));
    }
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    alerts.open(in("Berlin 1", "a"), StockState.OUT, SINCE);
    alerts.open(in("Berlin 1", "b"), StockState.OUT, SINCE);
    String cursor =
        FIXTURE.api().get("/alerts?state=OUT&limit=1").body().get("nextCursor").getStringValue();

    ReportingApi.Answer refused = FIXTURE.api().get("/alerts?state=LOW&cursor=" + cursor);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo("cursor");
  }

  @Test
  void aPageGoesOnAfterAnAlertThatHasRecoveredMeanwhile() {
    for (int i = 0; i < 3; i++) {
      alerts.open(in("Berlin 1", "item " + i), StockState.LOW, SINCE.plusSeconds(i));
    }
    String cursor = FIXTURE.api().get("/alerts?limit=1").body().get("nextCursor").getStringValue();
    alerts.recovered(in("Berlin 1", "item 2"));

    assertThat(items("/alerts?limit=5&cursor=" + cursor, 5)).containsExactly("item 1", "item 0");
  }

  private static String numbers(JsonNode alert) {
    return alert.get("stockLevel").getBigIntegerValue()
        + " of "
        + alert.get("restockIfBelow").getLongValue();
  }

  /** Reads all pages; each but the last must be full. */
  private static List<String> items(String path, int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page = FIXTURE.api().get(path + cursor).body();
      page.get("alerts").values().forEach(one -> ids.add(one.get("itemId").getStringValue()));
      if (page.get("nextCursor").isNull()) {
        return ids;
      }
      assertThat(page.get("alerts").size()).isEqualTo(limit);
      cursor = "&cursor=" + page.get("nextCursor").getStringValue();
    }
  }
}
