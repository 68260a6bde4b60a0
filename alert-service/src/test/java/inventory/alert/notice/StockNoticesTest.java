package inventory.alert.notice;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockNoticesTest {

  private final StockNotices notices = new StockNotices(2);

  @Test
  void oneItemThatIsLow() {
    Notice notice = compose(Stock.news("Berlin 1", "a123v5", "tecRacer T-Shirt", 9));

    assertThat(notice.audience()).isEqualTo(Audience.PURCHASING);
    assertThat(notice.subject()).isEqualTo("Low stock: 1 item in Berlin 1");
    assertThat(notice.text())
        .isEqualTo(
            """
            Stock of 1 item is below the threshold.

            Warehouse  Item    Name              Level  Threshold  State  Order
            Berlin 1   a123v5  tecRacer T-Shirt      9         10  low       11

            Seen after inventory_files/2026/11/21/20261121120000_inventory.csv
            """);
    assertThat(notice.shortText()).isEqualTo("Stock: Berlin 1: tecRacer T-Shirt low (9)");
    assertThat(notice.list()).isEmpty();
  }

  @Test
  void whatEventsHaveChangedSaysSo() {
    AlertId alert = AlertId.of(new StockKey("ONLINE", "P98765"));
    Notice notice =
        compose(
            new StockNews(
                alert, "Laptop", BigInteger.TWO, 10, StockState.LOW, "events of the stream"));

    assertThat(notice.text()).endsWith("\n\nSeen after events of the stream\n");
  }

  @Test
  void oneItemThatIsOutOfStockIsSaidInASentence() {
    Notice notice = compose(Stock.news("Berlin", "Echo Plus", "Echo Plus", 0));

    assertThat(notice.subject()).isEqualTo("Low stock: 1 item in Berlin (1 out of stock)");
    assertThat(notice.text())
        .isEqualTo(
            """
            Berlin is out of stock of Echo Plus.

            Warehouse  Item       Name       Level  Threshold  State         Order
            Berlin     Echo Plus  Echo Plus      0         10  OUT OF STOCK     20

            Seen after inventory_files/2026/11/21/20261121120000_inventory.csv
            """);
    assertThat(notice.shortText()).isEqualTo("Stock: Berlin: Echo Plus OUT (0)");
  }

  @Test
  void whatIsLowTogetherIsToldTogetherTheWorstFirst() {
    Notice notice =
        compose(
            Stock.news("Bremen", "b", "Sticker", 4),
            Stock.news("Berlin", "c", "Plus", 0),
            Stock.news("Berlin", "a", "Shirt", 9),
            Stock.news("Aachen", "f", "Cup", 4),
            Stock.news("Bremen", "e", "Beans", -30));

    assertThat(notice.subject())
        .isEqualTo("Low stock: 5 items in Aachen, Berlin, Bremen (2 out of stock)");
    assertThat(notice.text())
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
  void anItemsTotalIsToldOfAllWarehouses() {
    Notice out = compose(Stock.total("a", "Shirt", -1));
    Notice low = compose(Stock.total("a", "Shirt", 3), Stock.total("b", "Mug", 2));

    assertThat(out.subject()).isEqualTo("Low stock: 1 item in all warehouses (1 out of stock)");
    assertThat(out.text()).startsWith("The whole system is out of stock of Shirt.\n");
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
  void aRecoveryIsToldByItselfWithoutAnOrder() {
    Notice notice = compose(Stock.news("Berlin", "a", "Shirt", 11));

    assertThat(notice.subject()).isEqualTo("Stock recovered: 1 item in Berlin");
    assertThat(notice.text())
        .startsWith(
            """
            Stock of 1 item is at or above the threshold again.

            Warehouse  Item  Name   Level  Threshold  State      Order
            Berlin     a     Shirt     11         10  recovered

            """);
    assertThat(notice.shortText()).isEqualTo("Stock: Berlin: Shirt recovered (11)");
  }

  @Test
  void recoveriesStandBelowWhatIsLowAndTheSubjectIsOfTheLow() {
    Notice notice =
        compose(Stock.news("Bremen", "b", "Mug", 10), Stock.news("Berlin", "a", "Shirt", 3));

    assertThat(notice.subject()).isEqualTo("Low stock: 1 item in Berlin");
    assertThat(notice.text())
        .startsWith(
            """
            Stock of 1 item is below the threshold. Stock of 1 item is at or above the threshold again.

            Warehouse  Item  Name   Level  Threshold  State      Order
            Berlin     a     Shirt      3         10  low           17
            Bremen     b     Mug       10         10  recovered
            """);
  }

  @Test
  void ofSeveralNewsOfOneItemTheLastIsTold() {
    Notice out =
        compose(Stock.news("Berlin", "a", "Shirt", 9), Stock.news("Berlin", "a", "Shirt", 0));
    Notice low =
        compose(Stock.news("Berlin", "a", "Shirt", 0), Stock.news("Berlin", "a", "Shirt", 9));

    assertThat(out.subject()).isEqualTo("Low stock: 1 item in Berlin (1 out of stock)");
    assertThat(out.text()).containsOnlyOnce("Berlin     a     Shirt");
    assertThat(low.subject()).isEqualTo("Low stock: 1 item in Berlin");
    assertThat(low.text()).containsOnlyOnce("Berlin     a     Shirt");
  }

  @Test
  void theOrderComesUpToAMultipleOfTheThreshold() {
    StockNews news = Stock.news("Berlin", "a", "Shirt", -3);

    assertThat(news.order(1)).isEqualTo(13);
    assertThat(news.order(2)).isEqualTo(23);
    assertThat(news.order(100)).isEqualTo(1_003);
    assertThat(Stock.news("Berlin", "a", "Shirt", 30).order(2)).isZero();
    assertThat(new StockNotices(5).compose(List.of(news)).text()).contains("OUT OF STOCK     53\n");
  }

  @Test
  void levelsAndOrdersAreExactBeyondSixtyFourBits() {
    BigInteger level = new BigInteger("-12345678901234567890123456789012345678");
    StockNews news =
        new StockNews(
            AlertId.of(new StockKey("Berlin", "a")),
            "Shirt",
            level,
            Long.MAX_VALUE,
            StockState.OUT,
            Stock.CAUSE);

    assertThat(compose(news).text())
        .contains(level.toString(), "12345678901234567908570200862721897292");
  }

  @Test
  void aSubjectNamesFiveWarehousesAndCountsTheOthers() {
    Notice notice =
        notices.compose(
            Stream.of("F", "E", "D", "C", "B", "A", "G")
                .map(name -> Stock.news(name, "a", "Shirt", 1))
                .toList());

    assertThat(notice.subject()).isEqualTo("Low stock: 7 items in A, B, C, D, E and 2 more");
  }

  @Test
  void severalCausesAreCounted() {
    StockNews one = Stock.news("Berlin", "a", "Shirt", 1);
    StockNews other =
        new StockNews(
            AlertId.ofTotal("b"), "Mug", BigInteger.ONE, 10, StockState.LOW, "a snooze's end");

    assertThat(compose(one, other).text()).endsWith("\nSeen after a snooze's end and 1 more\n");
  }

  private Notice compose(StockNews... news) {
    return notices.compose(List.of(news));
  }
}
