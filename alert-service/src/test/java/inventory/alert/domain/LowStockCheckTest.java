package inventory.alert.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LowStockCheckTest {

  private static final String FILE = "inventory_files/2026/11/21/20261121120000_inventory.csv";

  private final Map<StockKey, StockLevel> stock = new HashMap<>();
  private final List<Notice> sent = new ArrayList<>();
  private final LowStockCheck check =
      new LowStockCheck(
          (keys, each) -> keys.map(stock::get).filter(Objects::nonNull).forEach(each),
          sent::add,
          10);

  @Test
  void anItemBelowTheThresholdIsTold() {
    has("Berlin 1", "a123v5", "tecRacer T-Shirt", 9);

    assertThat(checkAll()).isEqualTo(1);

    assertThat(sent)
        .containsExactly(
            new Notice(
                "Low stock: 1 item in Berlin 1",
                """
                Stock of 1 item is below the threshold.

                Warehouse  Item    Name              Level  Threshold  State
                Berlin 1   a123v5  tecRacer T-Shirt      9         10  low

                Seen after the file inventory_files/2026/11/21/20261121120000_inventory.csv
                """));
  }

  @Test
  void anItemAtTheThresholdIsNotTold() {
    has("Berlin 1", "a123v5", "tecRacer T-Shirt", 10);

    assertThat(checkAll()).isZero();

    assertThat(sent).isEmpty();
  }

  @Test
  void anItemWithoutALevelIsNotTold() {
    assertThat(check.check(FILE, Stream.of(new StockKey("Berlin", "unknown")))).isZero();

    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsLowTogetherIsToldTogetherWorstFirst() {
    has("Bremen", "b", "Sticker", 4);
    has("Berlin", "c", "Plus", 0);
    has("Berlin", "a", "Shirt", 9);
    has("Berlin", "d", "Dot", 12);
    has("Bremen", "e", "Beans", -30);

    assertThat(checkAll()).isEqualTo(4);

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).subject()).isEqualTo("Low stock: 4 items in Berlin, Bremen");
    assertThat(sent.get(0).body())
        .contains(
            """
            Warehouse  Item  Name     Level  Threshold  State
            Bremen     e     Beans      -30         10  OUT OF STOCK
            Berlin     c     Plus         0         10  OUT OF STOCK
            Bremen     b     Sticker      4         10  low
            Berlin     a     Shirt        9         10  low
            """);
  }

  @Test
  void ofMoreThanTwoHundredTheWorstAreListedAndTheOthersCounted() {
    IntStream.range(0, 203).forEach(i -> has("Berlin", "item" + i, "Name", i - 300));

    checkAll();

    String body = sent.get(0).body();
    assertThat(sent.get(0).subject()).isEqualTo("Low stock: 203 items in Berlin");
    assertThat(body.lines().filter(line -> line.startsWith("Berlin"))).hasSize(200);
    assertThat(body).contains("item0 ", "item199 ").doesNotContain("item200", "item202");
    assertThat(body).contains("... and 3 more, not listed.\n");
  }

  @Test
  void aSubjectNamesFiveWarehousesAndCountsTheOthers() {
    Stream.of("F", "E", "D", "C", "B", "A", "G").forEach(name -> has(name, "a", "Shirt", 1));

    checkAll();

    assertThat(sent.get(0).subject()).isEqualTo("Low stock: 7 items in A, B, C, D, E and 2 more");
  }

  @Test
  void levelsAreExactBeyondSixtyFourBits() {
    BigInteger level = new BigInteger("-12345678901234567890123456789012345678");
    StockKey key = new StockKey("Berlin", "a");
    stock.put(key, new StockLevel(key, "Shirt", level));

    checkAll();

    assertThat(sent.get(0).body()).contains(level.toString());
  }

  @Test
  void whatComesFromOutsideCannotBreakALine() {
    has("Ber\r\nBcc: x@example.com", "a\u2028b", "Shirt\u202E", 1);

    check.check("a\r\nb.csv", stock.keySet().stream());

    Notice notice = sent.get(0);
    assertThat(notice.subject())
        .isEqualTo("Low stock: 1 item in Ber\uFFFD\uFFFDBcc: x@example.com");
    assertThat(notice.body()).contains("a\uFFFDb ", "Shirt\uFFFD ", "file a\uFFFD\uFFFDb.csv\n");
  }

  @Test
  void theLongestNoticeFitsIntoAnSnsMessage() {
    String longest = "\uD83D\uDCE6".repeat(508);
    IntStream.range(0, 1000)
        .forEach(i -> has(longest, String.format("%04d%s", i, longest), longest, -1_000_000_000L));

    checkAll();

    assertThat(sent.get(0).body().getBytes(UTF_8)).hasSizeBetween(100_000, 250_000);
    assertThat(sent.get(0).body()).contains("\uD83D\uDCE6…");
  }

  @Test
  void whereTheLevelsCannotBeReadNothingIsSent() {
    LowStockCheck failing =
        new LowStockCheck(
            (keys, each) -> {
              each.accept(level("Berlin", "a", "Shirt", 1));
              throw new IllegalStateException("store is away");
            },
            sent::add,
            10);

    assertThatThrownBy(() -> failing.check(FILE, Stream.of(new StockKey("Berlin", "a"))))
        .hasMessage("store is away");
    assertThat(sent).isEmpty();
  }

  private int checkAll() {
    return check.check(FILE, stock.keySet().stream());
  }

  private void has(String warehouse, String itemId, String itemName, long units) {
    StockLevel level = level(warehouse, itemId, itemName, units);
    stock.put(level.key(), level);
  }

  private static StockLevel level(String warehouse, String itemId, String itemName, long units) {
    return new StockLevel(new StockKey(warehouse, itemId), itemName, BigInteger.valueOf(units));
  }
}
