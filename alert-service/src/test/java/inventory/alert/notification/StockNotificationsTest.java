package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.order.Outflow;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockNotificationsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");

  private final StockNotifications notifications = new StockNotifications(2, Optional.empty());

  @Test
  void oneItemThatIsLow() {
    Notification notification = compose(Stock.event("Berlin 1", "a123v5", "tecRacer T-Shirt", 9));

    assertThat(notification.audience()).isEqualTo(Audience.PURCHASING);
    assertThat(notification.subject()).isEqualTo("Low stock: 1 item in Berlin 1");
    assertThat(notification.text())
        .isEqualTo(
            """
            Stock of 1 item is below the threshold.

            Warehouse  Item    Name              Level  Threshold  State  Order
            Berlin 1   a123v5  tecRacer T-Shirt      9         10  low    11 = 2 x 10 - 9

            Detected after inventory_files/2026/11/21/20261121120000_inventory.csv. Levels of 2026-11-21T12:00:00Z.
            """);
    assertThat(notification.shortText()).isEqualTo("Stock: Berlin 1: tecRacer T-Shirt low (9)");
    assertThat(notification.list()).isEmpty();
  }

  @Test
  void changesByEventsNameTheStream() {
    AlertId alert = AlertId.of(new StockKey("ONLINE", "P98765"));
    Notification notification =
        compose(
            new StockLine(
                alert,
                "Laptop",
                BigInteger.TWO,
                RestockRule.below(10),
                StockState.LOW,
                "events of the stream"));

    assertThat(notification.text())
        .endsWith("\n\nDetected after events of the stream. Levels of 2026-11-21T12:00:00Z.\n");
  }

  @Test
  void oneItemThatIsOutOfStockIsReportedInASentence() {
    Notification notification = compose(Stock.event("Berlin", "Echo Plus", "Echo Plus", 0));

    assertThat(notification.subject()).isEqualTo("Low stock: 1 item in Berlin (1 out of stock)");
    assertThat(notification.text())
        .isEqualTo(
            """
            Berlin is out of stock of Echo Plus.

            Warehouse  Item       Name       Level  Threshold  State         Order
            Berlin     Echo Plus  Echo Plus      0         10  OUT OF STOCK  20 = 2 x 10 - 0

            Detected after inventory_files/2026/11/21/20261121120000_inventory.csv. Levels of 2026-11-21T12:00:00Z.
            """);
    assertThat(notification.shortText()).isEqualTo("Stock: Berlin: Echo Plus OUT (0)");
  }

  @Test
  void lowStockOfABatchIsReportedTogetherTheWorstFirst() {
    Notification notification =
        compose(
            Stock.event("Bremen", "b", "Sticker", 4),
            Stock.event("Berlin", "c", "Plus", 0),
            Stock.event("Berlin", "a", "Shirt", 9),
            Stock.event("Aachen", "f", "Cup", 4),
            Stock.event("Bremen", "e", "Beans", -30));

    assertThat(notification.subject())
        .isEqualTo("Low stock: 5 items in Aachen, Berlin, Bremen (2 out of stock)");
    assertThat(notification.text())
        .startsWith(
            """
            Stock of 5 items is below the threshold.

            Warehouse  Item  Name     Level  Threshold  State         Order
            Bremen     e     Beans      -30         10  OUT OF STOCK  50 = 2 x 10 + 30
            Berlin     c     Plus         0         10  OUT OF STOCK  20 = 2 x 10 - 0
            Aachen     f     Cup          4         10  low           16 = 2 x 10 - 4
            Bremen     b     Sticker      4         10  low           16 = 2 x 10 - 4
            Berlin     a     Shirt        9         10  low           11 = 2 x 10 - 9
            """);
  }

  @Test
  void anItemsTotalIsReportedForAllWarehouses() {
    Notification out = compose(Stock.total("a", "Shirt", -1));
    Notification low = compose(Stock.total("a", "Shirt", 3), Stock.total("b", "Mug", 2));

    assertThat(out.subject()).isEqualTo("Low stock: 1 item in all warehouses (1 out of stock)");
    assertThat(out.text()).startsWith("All warehouses are out of stock of Shirt.\n");
    assertThat(low.text())
        .contains(
            """
            Warehouse  Item  Name   Level  Threshold  State  Order
            (all)      b     Mug        2         10  low    18 = 2 x 10 - 2
            (all)      a     Shirt      3         10  low    17 = 2 x 10 - 3
            """);
    assertThat(low.shortText())
        .isEqualTo("Stock of 2 items, all warehouses: Mug low (2), Shirt low (3)");
  }

  @Test
  void aRecoveryIsReportedAloneWithoutAnOrder() {
    Notification notification = compose(Stock.event("Berlin", "a", "Shirt", 11));

    assertThat(notification.subject()).isEqualTo("Stock recovered: 1 item in Berlin");
    assertThat(notification.text())
        .startsWith(
            """
            Stock of 1 item is at or above the threshold again.

            Warehouse  Item  Name   Level  Threshold  State      Order
            Berlin     a     Shirt     11         10  recovered

            """);
    assertThat(notification.shortText()).isEqualTo("Stock: Berlin: Shirt recovered (11)");
  }

  @Test
  void recoveriesAreListedBelowLowStockAndTheSubjectNamesLowStock() {
    Notification notification =
        compose(Stock.event("Bremen", "b", "Mug", 10), Stock.event("Berlin", "a", "Shirt", 3));

    assertThat(notification.subject()).isEqualTo("Low stock: 1 item in Berlin");
    assertThat(notification.text())
        .startsWith(
            """
            Stock of 1 item is below the threshold. Stock of 1 item is at or above the threshold again.

            Warehouse  Item  Name   Level  Threshold  State      Order
            Berlin     a     Shirt      3         10  low        17 = 2 x 10 - 3
            Bremen     b     Mug       10         10  recovered
            """);
  }

  @Test
  void aLinkLeadsToTheOpenAlerts() {
    Notification notification =
        new StockNotifications(2, Optional.of("https://stock.example.com/"))
            .notice(
                Audience.PURCHASING,
                List.of(Stock.event("Berlin", "a", "Shirt", 9)),
                Map.of(),
                NOW);

    assertThat(notification.text())
        .endsWith("\nAll open alerts: https://stock.example.com/#/alerts\n");
    assertThat(notification.html())
        .contains("<a href=\"https://stock.example.com/#/alerts\">All open alerts</a>");
  }

  @Test
  void theOrderFillsStockUpToAMultipleOfTheThreshold() {
    StockLine line = Stock.event("Berlin", "a", "Shirt", -3);

    assertThat(compose(line).text()).contains("OUT OF STOCK  23 = 2 x 10 + 3\n");
    assertThat(
            new StockNotifications(5, Optional.empty())
                .notice(Audience.PURCHASING, List.of(line), Map.of(), NOW)
                .text())
        .contains("OUT OF STOCK  53 = 5 x 10 + 3\n");
  }

  @Test
  void aLineHasTheDaysThatStockLastsAndTheArithmeticOfTheOrder() {
    AlertId shirt = AlertId.of(new StockKey("Berlin", "a"));
    RestockRule rule = new RestockRule(25, Optional.of(50L), Optional.of(20L));
    StockLine line =
        new StockLine(shirt, "Shirt", BigInteger.valueOf(14), rule, StockState.LOW, Stock.CAUSE);
    StockLine young = Stock.event("Berlin", "b", "Mug", 3);
    StockLine idle = Stock.event("Berlin", "c", "Cup", 4);
    StockLine recovered = Stock.event("Berlin", "d", "Pen", 40);
    Map<AlertId, Outflow> outflows =
        Map.of(
            shirt,
            new Outflow(BigInteger.valueOf(98), 28),
            young.alert(),
            new Outflow(BigInteger.ONE, 6),
            idle.alert(),
            new Outflow(BigInteger.ZERO, 28));

    Notification notification =
        notifications.notice(
            Audience.PURCHASING, List.of(line, young, idle, recovered), outflows, NOW);

    assertThat(notification.text())
        .contains(
            """
            Warehouse  Item  Name   Level  Threshold  State      Lasts               Order
            Berlin     a     Shirt     14         25  low        3.5 a day, 4 days   40 = 2 x 20, for 36 = 50 - 14
            Berlin     b     Mug        3         10  low        too little history  17 = 2 x 10 - 3
            Berlin     c     Cup        4         10  low        0 a day in 28 days  16 = 2 x 10 - 4
            Berlin     d     Pen       40         10  recovered
            """);
    assertThat(StockNotifications.listed(List.of(recovered, young, line, idle)))
        .containsExactly(shirt, young.alert(), idle.alert());
  }

  @Test
  void levelsAndOrdersAreExactBeyondSixtyFourBits() {
    BigInteger level = new BigInteger("-12345678901234567890123456789012345678");
    StockLine events =
        new StockLine(
            AlertId.of(new StockKey("Berlin", "a")),
            "Shirt",
            level,
            RestockRule.below(Long.MAX_VALUE),
            StockState.OUT,
            Stock.CAUSE);

    assertThat(compose(events).text())
        .contains(level.toString(), "12345678901234567908570200862721897292");
  }

  @Test
  void aSubjectNamesFiveWarehousesAndCountsTheOthers() {
    Notification notification =
        notifications.notice(
            Audience.PURCHASING,
            Stream.of("F", "E", "D", "C", "B", "A", "G")
                .map(name -> Stock.event(name, "a", "Shirt", 1))
                .toList(),
            Map.of(),
            NOW);

    assertThat(notification.subject()).isEqualTo("Low stock: 7 items in A, B, C, D, E and 2 more");
  }

  @Test
  void severalCausesAreCounted() {
    StockLine one = Stock.event("Berlin", "a", "Shirt", 1);
    StockLine other =
        new StockLine(
            AlertId.ofTotal("b"),
            "Mug",
            BigInteger.ONE,
            RestockRule.below(10),
            StockState.LOW,
            "a snooze's end");

    assertThat(compose(one, other).text())
        .contains("\nDetected after a snooze's end and 1 more. Levels of ");
  }

  private Notification compose(StockLine... events) {
    return notifications.notice(Audience.PURCHASING, List.of(events), Map.of(), NOW);
  }
}
