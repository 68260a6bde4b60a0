package inventory.reporting.http.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.movement.Closing;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What to order of items that are low, by rules and closings. */
class OrdersIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00Z");

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final StoredFacts facts = FIXTURE.facts();
  private final StoredAlerts alerts = FIXTURE.alerts();

  @Test
  void anAlertAndItsItemHaveTheOrderAndHowLongStockLasts() {
    sold("Berlin 1", "shirt", 14);
    sold("Bremen 4", "shirt", 200);
    alerts.open(StoredAlerts.in("Berlin 1", "shirt"), StockState.LOW, SINCE);
    alerts.open(AlertId.ofTotal("shirt"), StockState.LOW, SINCE);
    set("{\"itemId\":\"shirt\",\"restockIfBelow\":25,\"orderUpTo\":50,\"packSize\":20}");
    // A run that failed has not closed the days before it.
    FIXTURE.runs().failed("20260301T030000Z-00000002", at(0), "broken");
    FIXTURE.runs().completed("20260301T030000Z-00000001", at(0).minusSeconds(60), "findings.csv");

    JsonNode order =
        await().until(() -> alert("Berlin 1").get("order"), found -> !found.get("perDay").isNull());

    assertThat(order.get("quantity").getIntValue()).isEqualTo(40);
    assertThat(order.get("upTo").getIntValue()).isEqualTo(50);
    assertThat(order.get("packSize").getIntValue()).isEqualTo(20);
    assertThat(order.get("perDay").getDoubleValue()).isEqualTo(3.5);
    assertThat(order.get("daysOfCover").getIntValue()).isEqualTo(4);
    assertThat(order.get("stockOutOn").getStringValue()).isEqualTo(today.plusDays(4).toString());
    assertThat(order.get("explanation").getStringValue())
        .isEqualTo("14 left, 3.5 a day, 4 days; order 40 = 2 x 20, for 36 = 50 - 14");
    JsonNode item = FIXTURE.api().get("/item?itemId=shirt").body();
    assertThat(item.get("warehouses").get(0).get("order")).isEqualTo(order);
    assertThat(item.get("warehouses").get(1).get("order").isNull()).isTrue();
    // The total has the outflow of both warehouses.
    assertThat(total().get("order").get("explanation").getStringValue())
        .isEqualTo("214 left, 7 a day, 30 days; order 0");
  }

  /** Ten days of history, in which 35 units were sold: four, then three, and so on. */
  private void sold(String warehouse, String itemId, int left) {
    StockKey key = new StockKey(warehouse, itemId);
    facts.level(warehouse, itemId, Integer.toString(left));
    int level = left;
    for (int day = 1; day <= 10; day++) {
      int out = day % 2 == 0 ? 4 : 3;
      facts.closing(
          new Closing(
              key,
              today.minusDays(day),
              BigInteger.valueOf(level),
              day == 10 ? BigInteger.valueOf(left + 35) : BigInteger.ZERO,
              BigInteger.valueOf(out),
              "through",
              at(1)));
      level += out;
    }
  }

  private Instant at(int daysBefore) {
    return today.minusDays(daysBefore).atTime(3, 0).toInstant(ZoneOffset.UTC);
  }

  private static void set(String threshold) {
    assertThat(FIXTURE.api().call("PUT", "/v1/thresholds", threshold, "application/json").status())
        .isEqualTo(200);
  }

  private static JsonNode alert(String warehouse) {
    return FIXTURE
        .api()
        .get("/alerts?warehouse=" + warehouse.replace(" ", "%20"))
        .body()
        .get("alerts")
        .get(0);
  }

  private static JsonNode total() {
    for (JsonNode alert : FIXTURE.api().get("/alerts").body().get("alerts").values()) {
      if (alert.get("warehouse").isNull()) {
        return alert;
      }
    }
    throw new AssertionError("there is no alert on a total");
  }
}
