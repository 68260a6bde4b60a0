package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.reporting.domain.movements.DailyHistory;
import inventory.reporting.domain.movements.Moment;
import inventory.reporting.domain.movements.PastItem;
import inventory.reporting.domain.movements.PastStock;
import inventory.reporting.dynamodb.DynamoDbMovementLog;
import inventory.reporting.dynamodb.DynamoDbStockReports;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import inventory.testkit.CapacityMeter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stock at a moment, and the history by day. */
class PastStockIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant TIME = StoredFacts.TIME;
  private static final String AT = "2026-02-14T12:00:00Z";
  private static final Duration DAY = Duration.ofDays(1);

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void aWarehouseAtAMomentHasTheItemsThatHadAFactByThen() {
    StockKey tea = new StockKey("Past 1", "tea");
    facts.level("Past 1", "milk", "Milk", "4", TIME);
    facts.change(new StockKey("Past 1", "milk"), TIME, "c", id(3), 4, 2);
    facts.level("Past 1", "salt", "Salt", "9", TIME.minus(DAY.multipliedBy(9)));
    facts.level("Past 1", "tea", "Tea", "12", TIME);
    facts.change(tea, TIME.minus(DAY.multipliedBy(2)), "a", id(1), 7, 2);
    facts.change(tea, TIME, "b", id(2), 5, 2);

    assertThat(get("/levels?warehouse=Past%201&at=" + AT).text())
        .isEqualTo(
            "{\"warehouse\":\"Past 1\",\"at\":\"2026-02-14T12:00:00Z\",\"knownAt\":null,\"items\":["
                + "{\"itemId\":\"salt\",\"itemName\":\"Salt\",\"stockLevel\":9},"
                + "{\"itemId\":\"tea\",\"itemName\":\"Tea\",\"stockLevel\":7}],\"nextCursor\":null}");
    assertThat(get("/levels?warehouse=Past%201&greaterThan=7&at=" + AT).text())
        .contains("salt")
        .doesNotContain("tea");
    assertThat(
            FIXTURE.api().get("/levels?warehouse=Past%201&at=" + AT, "Accept", "text/csv").text())
        .isEqualTo("itemId,itemName,stockLevel\r\nsalt,Salt,9\r\ntea,Tea,7\r\n");
    String next =
        get("/levels?warehouse=Past%201&limit=2&at=" + AT)
            .body()
            .get("nextCursor")
            .getStringValue();
    assertThat(get("/levels?warehouse=Past%201&at=" + AT + "&cursor=" + next).text())
        .contains("tea")
        .doesNotContain("salt");
    assertThat(get("/levels?warehouse=Nowhere&at=" + AT).status()).isEqualTo(404);
  }

  @Test
  void whatWasRecordedLaterWasNotKnownThen() {
    StockKey key = new StockKey("Past 2", "late");
    facts.level("Past 2", "late", "12");
    facts.change(key, TIME.minus(DAY), "a", id(1), 7, 2);
    facts.recorded(key, TIME.minus(DAY), "a", TIME.minus(DAY));
    facts.change(key, TIME.minus(DAY.multipliedBy(2)), "b", id(2), 5, 2);
    facts.recorded(key, TIME.minus(DAY.multipliedBy(2)), "b", TIME);

    assertThat(get("/item?itemId=late&at=" + AT).text())
        .isEqualTo(
            "{\"itemId\":\"late\",\"itemName\":\"Name of late\",\"at\":\"2026-02-14T12:00:00Z\","
                + "\"knownAt\":null,\"total\":12,\"warehouses\":[{\"warehouse\":\"Past 2\","
                + "\"stockLevel\":12}]}");
    assertThat(get("/item?itemId=late&at=" + AT + "&knownAt=" + AT).text())
        .contains("\"total\":7,");
    assertThat(
            get("/item?itemId=late&at=2026-02-13T00:00:00Z").body().get("detail").getStringValue())
        .isEqualTo("There is no fact about the item \"late\" at or before 2026-02-13T00:00:00Z.");
  }

  @Test
  void theHistoryByDayComesFromClosingsAndFromTheMovementsOfOpenDays() {
    StockKey key = new StockKey("Past 3", "days");
    facts.level("Past 3", "days", "20");
    facts.closing(closing(key, TIME.minus(DAY.multipliedBy(3)), 10, 12, 2));
    facts.closing(closing(key, TIME.minus(DAY.multipliedBy(2)), 30, 5, 0));
    facts.change(key, TIME, "a", id(1), -10, 2);

    String path = "/history?itemId=days&warehouse=Past%203&from=2026-02-11&to=2026-02-15";
    assertThat(get(path).text())
        .isEqualTo(
            "{\"itemId\":\"days\",\"warehouse\":\"Past 3\",\"days\":["
                + day("12", 0, 12, 2, 0, 10)
                + ","
                + day("13", 10, 5, 0, 15, 30)
                + ","
                + day("14", 30, 0, 0, 0, 30)
                + ","
                + day("15", 30, 0, 10, 0, 20)
                + "]}");
    assertThat(FIXTURE.api().get(path, "Accept", "text/csv").text())
        .startsWith("day,opening,in,out,counted,closing\r\n2026-02-12,0,12,2,0,10\r\n");
    assertThat(get("/history?itemId=days&warehouse=Past%203&to=2026-02-11").status())
        .isEqualTo(404);
  }

  private static String day(String day, int opening, int in, int out, int counted, int closing) {
    return ("{\"day\":\"2026-02-%s\",\"opening\":%d,\"in\":%d,\"out\":%d,\"counted\":%d,"
            + "\"closing\":%d}")
        .formatted(day, opening, in, out, counted, closing);
  }

  @ParameterizedTest
  @CsvSource({
    "/item?itemId=any&at=2999-01-01T00:00:00Z, at",
    "/item?itemId=any&at=yesterday, at",
    "/item?itemId=any&knownAt=2026-02-14T12:00:00Z, knownAt",
    "/item?itemId=any&at=2026-02-14T12:00:00Z&knownAt=2999-01-01T00:00:00Z, knownAt",
    "/levels?warehouse=any&at=2026-02-14T12:00:00Z&state=LOW, at",
    "/levels?warehouse=any&at=2026-02-14, at",
    "/history?itemId=any&warehouse=w&to=2999-01-01, to",
    "/history?itemId=any&warehouse=w&from=2026-02-02&to=2026-02-01, from",
    "/history?itemId=any&warehouse=w&from=2025-01-30&to=2026-02-01, from",
    "/history?itemId=any&warehouse=w&from=1.2.2026, from"
  })
  void aWrongMomentOrDayIsNamed(String path, String parameter) {
    ReportingApi.Answer refused = get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo(parameter);
  }

  @Test
  void aHistoryNeedsAWarehouse() {
    assertThat(get("/history?itemId=any").status()).isEqualTo(400);
  }

  @Test
  void aPageOfAHundredItemsAtAMomentTakesAtMostThreeReadUnitsForEach() {
    for (int i = 0; i < 100; i++) {
      StockKey key = new StockKey("Past 4", StoredFacts.itemId(i));
      facts.level(key.warehouse(), key.itemId(), "40");
      for (int day = 9; day > 0; day--) {
        facts.closing(closing(key, TIME.minus(DAY.multipliedBy(day)), 40 - day, 1, 0));
        facts.change(key, TIME.minus(DAY.multipliedBy(day)), "s", id(day), 1, 2);
      }
      facts.change(key, TIME, "s", id(99), 9, 2);
    }
    CapacityMeter meter = CapacityMeter.ofReads();

    List<PastItem> items =
        pastStock(meter)
            .page(
                "Past 4",
                new Moment(TIME.minus(DAY.multipliedBy(5)).minusSeconds(1), Optional.empty()),
                Optional.empty(),
                100,
                Optional.empty())
            .entries();

    assertThat(items)
        .hasSize(100)
        .allSatisfy(item -> assertThat(item.units()).contains(BigInteger.valueOf(34)));
    assertThat(meter.units()).isPositive().isLessThanOrEqualTo(300);
  }

  @Test
  void aMonthOfHistoryTakesAtMostSixReadUnits() {
    StockKey key = new StockKey("Past 5", "month");
    facts.level(key.warehouse(), key.itemId(), "40");
    for (int day = 35; day > 0; day--) {
      facts.closing(closing(key, TIME.minus(DAY.multipliedBy(day)), 40 - day, 1, 0));
      facts.change(key, TIME.minus(DAY.multipliedBy(day)), "s", id(day), 1, 2);
    }
    facts.change(key, TIME, "s", id(99), 1, 2);
    CapacityMeter meter = CapacityMeter.ofReads();
    LocalDate today = LocalDate.ofInstant(TIME, ZoneOffset.UTC);

    assertThat(new DailyHistory(log(meter)).days(key, today.minusDays(29), today))
        .hasSize(30)
        .last()
        .satisfies(day -> assertThat(day.closing()).contains(BigInteger.valueOf(40)));
    assertThat(meter.units()).isPositive().isLessThanOrEqualTo(6);
  }

  private static Closing closing(StockKey key, Instant at, long level, long in, long out) {
    return new Closing(
        key,
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        BigInteger.valueOf(level),
        BigInteger.valueOf(in),
        BigInteger.valueOf(out),
        Position.of(at, "s"),
        at.plus(DAY));
  }

  private static DynamoDbMovementLog log(CapacityMeter meter) {
    return new DynamoDbMovementLog(
        meter.client(FIXTURE.resources().dynamoDb()), FIXTURE.resources().table());
  }

  private static PastStock pastStock(CapacityMeter meter) {
    return new PastStock(
        new DynamoDbStockReports(
            meter.client(FIXTURE.resources().dynamoDb()), FIXTURE.resources().table()),
        log(meter),
        Runnable::run);
  }

  private static ReportingApi.Answer get(String path) {
    return FIXTURE.api().get(path);
  }

  private static String id(int number) {
    return String.format("%032x", number);
  }
}
