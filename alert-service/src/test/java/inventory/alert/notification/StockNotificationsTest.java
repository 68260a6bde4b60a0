package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
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
            Berlin 1   a123v5  tecRacer T-Shirt      9         10  low       11

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
                alert, "Laptop", BigInteger.TWO, 10, StockState.LOW, "events of the stream"));

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
            Berlin     Echo Plus  Echo Plus      0         10  OUT OF STOCK     20

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
            Bremen     e     Beans      -30         10  OUT OF STOCK     50
            Berlin     c     Plus         0         10  OUT OF STOCK     20
            Aachen     f     Cup          4         10  low              16
            Bremen     b     Sticker      4         10  low              16
            Berlin     a     Shirt        9         10  low              11
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
            (all)      b     Mug        2         10  low       18
            (all)      a     Shirt      3         10  low       17
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
            Berlin     a     Shirt      3         10  low           17
            Bremen     b     Mug       10         10  recovered
            """);
  }

  @Test
  void aLinkLeadsToTheOpenAlerts() {
    Notification notification =
        new StockNotifications(2, Optional.of("https://stock.example.com/"))
            .compose(List.of(Stock.event("Berlin", "a", "Shirt", 9)), NOW);

    assertThat(notification.text())
        .endsWith("\nAll open alerts: https://stock.example.com/#/alerts\n");
    assertThat(notification.html())
        .contains("<a href=\"https://stock.example.com/#/alerts\">All open alerts</a>");
  }

  @Test
  void theOrderFillsStockUpToAMultipleOfTheThreshold() {
    StockLine events = Stock.event("Berlin", "a", "Shirt", -3);

    assertThat(events.order(1)).isEqualTo(13);
    assertThat(events.order(2)).isEqualTo(23);
    assertThat(events.order(100)).isEqualTo(1_003);
    assertThat(Stock.event("Berlin", "a", "Shirt", 30).order(2)).isZero();
    assertThat(new StockNotifications(5, Optional.empty()).compose(List.of(events), NOW).text())
        .contains("OUT OF STOCK     53\n");
  }

  @Test
  void levelsAndOrdersAreExactBeyondSixtyFourBits() {
    BigInteger level = new BigInteger("-12345678901234567890123456789012345678");
    StockLine events =
        new StockLine(
            AlertId.of(new StockKey("Berlin", "a")),
            "Shirt",
            level,
            Long.MAX_VALUE,
            StockState.OUT,
            Stock.CAUSE);

    assertThat(compose(events).text())
        .contains(level.toString(), "12345678901234567908570200862721897292");
  }

  @Test
  void aSubjectNamesFiveWarehousesAndCountsTheOthers() {
    Notification notification =
        notifications.compose(
            Stream.of("F", "E", "D", "C", "B", "A", "G")
                .map(name -> Stock.event(name, "a", "Shirt", 1))
                .toList(),
            NOW);

    assertThat(notification.subject()).isEqualTo("Low stock: 7 items in A, B, C, D, E and 2 more");
  }

  @Test
  void severalCausesAreCounted() {
    StockLine one = Stock.event("Berlin", "a", "Shirt", 1);
    StockLine other =
        new StockLine(
            AlertId.ofTotal("b"), "Mug", BigInteger.ONE, 10, StockState.LOW, "a snooze's end");

    assertThat(compose(one, other).text())
        .contains("\nDetected after a snooze's end and 1 more. Levels of ");
  }

  private Notification compose(StockLine... events) {
    return notifications.compose(List.of(events), NOW);
  }
}
