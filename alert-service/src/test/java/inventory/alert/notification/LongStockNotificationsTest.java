package inventory.alert.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.Notification.FullList;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notifications with more than a message can contain, and with malicious names. */
class LongStockNotificationsTest {

  private static final String PARCEL = "\uD83D\uDCE6";

  private final StockNotifications notifications = new StockNotifications(2, Optional.empty());
  private final List<FullList> lists = new ArrayList<>();

  @AfterEach
  void deleteLists() throws IOException {
    for (FullList list : lists) {
      Files.delete(list.file());
    }
  }

  @Test
  void twoHundredItemsAreAllListedAndNeedNoFile() {
    Notification notification = compose(items(200));

    assertThat(notification.list()).isEmpty();
    assertThat(notification.text().lines().filter(line -> line.startsWith("Berlin"))).hasSize(200);
    assertThat(notification.text()).doesNotContain("more");
  }

  @Test
  void theWorstTwoHundredOfThreeHundredItemsAreListedAndAllAreInTheFile() throws IOException {
    Notification notification = compose(items(300));

    assertThat(notification.subject())
        .isEqualTo("Low stock: 300 items in Berlin (300 out of stock)");
    assertThat(notification.text().lines().filter(line -> line.startsWith("Berlin"))).hasSize(200);
    assertThat(notification.text())
        .contains(" item0 ", " item199 ")
        .doesNotContain("item200", "item299");
    assertThat(notification.text()).contains("\n... and 100 more.\n\nDetected after ");
    assertThat(notification.html()).contains(">item199<", "<p>... and 100 more.</p>");
    assertThat(notification.list().orElseThrow().name()).isEqualTo("low-stock.csv");
    assertThat(notification.list().orElseThrow().rows()).isEqualTo(300);
    assertThat(records(notification))
        .hasSize(300)
        .extracting(record -> record.get("itemId"))
        .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(i -> "item" + i).toList());
  }

  @Test
  void theFileHasNumbersAsNumbersAndNoFormulas() throws IOException {
    List<StockLine> events = new ArrayList<>(items(199));
    events.add(Stock.event("=cmd|'/c calc'!A0", "+1", "@SUM(A1)", -9_999));
    events.add(Stock.event("-2", "a,\"b\"", "Köln; Łódź", -9_998));
    events.add(Stock.total("total", "Echo", 9));

    Notification notification = compose(events);

    assertThat(Files.readString(notification.list().orElseThrow().file()))
        .startsWith(
            """
            warehouse,itemId,itemName,stockLevel,restockIfBelow,state,order,orderUpTo,packSize\r
            '=cmd|'/c calc'!A0,'+1,'@SUM(A1),-9999,10,OUT,10019,20,\r
            '-2,"a,""b""\",Köln; Łódź,-9998,10,OUT,10018,20,\r
            """)
        .endsWith("\r\n\"\",total,Echo,9,10,LOW,11,20,\r\n");
    assertThat(records(notification)).hasSize(202);
  }

  @Test
  void aRecoveryInTheFileHasNoOrder() throws IOException {
    List<StockLine> events = new ArrayList<>(items(200));
    events.add(Stock.event("Berlin", "recovered", "Echo", 10));

    List<CSVRecord> records = records(compose(events));

    assertThat(records.get(200).toList())
        .containsExactly("Berlin", "recovered", "Echo", "10", "10", "OK", "", "", "");
  }

  @Test
  void theHtmlShowsNamesAsTheyAre() {
    Notification notification = compose(List.of(Stock.event("<b>&\"", "</td><script>", "'a'", 3)));

    assertThat(notification.html())
        .startsWith("<p>Stock of 1 item is below the threshold.</p><table ")
        .contains(">&lt;b&gt;&amp;&quot;</td>", ">&lt;/td&gt;&lt;script&gt;</td>")
        .contains("text-align:right\">3</td>")
        .doesNotContain("<b>", "<script>");
    assertThat(Html.document(notification.html()))
        .startsWith("<!DOCTYPE html><html><head><meta charset");
    assertThat(notification.text()).contains("<b>&\"      </td><script>  'a' ");
  }

  @Test
  void externalTextCannotBreakALine() {
    Notification notification =
        compose(List.of(Stock.event("Ber\r\nBcc: x@example.com", "a\u2028b", "Shirt\u202E", 1)));

    assertThat(notification.subject())
        .isEqualTo("Low stock: 1 item in Ber\uFFFD\uFFFDBcc: x@example.com");
    assertThat(notification.text()).contains("  a\uFFFDb ", "  Shirt\uFFFD ");
    assertThat(notification.html()).doesNotContain("\r", "\n", "\u2028", "\u202E");
    assertThat(notification.shortText())
        .isEqualTo("Stock: Ber\uFFFD\uFFFDBcc: x@example.com: Shirt\uFFFD low (1)");
  }

  @Test
  void theLongestTextFitsIntoAnSnsMessage() {
    for (String character : List.of(PARCEL, "\"", "\\")) {
      String longest = character.repeat(512);
      Notification notification =
          compose(
              IntStream.range(0, 300)
                  .mapToObj(
                      i ->
                          Stock.event(
                              longest + i % 9, "%04d%s".formatted(i, longest), longest, -1L << 62))
                  .toList());

      String json = notification.text().replace("\\", "\\\\").replace("\"", "\\\"");
      assertThat(json.getBytes(UTF_8)).hasSizeBetween(50_000, 250_000);
      assertThat(notification.subject().codePointCount(0, notification.subject().length()))
          .isLessThan(400);
    }
  }

  @Test
  void theShortTextIsAlwaysShort() {
    for (String name : List.of("a", "Echo Plus", "x".repeat(512), PARCEL.repeat(512))) {
      for (int count : List.of(1, 2, 3, 10, 300)) {
        Stream<StockLine> events =
            IntStream.range(0, count)
                .mapToObj(i -> Stock.event(name + i % 7, name + i, name, 5L - i * 1_000_000_000L));
        Notification notification = compose(events.toList());

        assertThat(notification.shortText()).hasSizeLessThan(140).startsWith("Stock");
      }
    }
  }

  @Test
  void theShortTextNamesTheWorstItemsThatFit() {
    assertThat(compose(items(5)).shortText())
        .isEqualTo(
            "Stock of 5 items, Berlin: Echo OUT (-1000), Echo OUT (-999), Echo OUT (-998),"
                + " Echo OUT (-997), Echo OUT (-996)");
    assertThat(compose(items(300)).shortText())
        .isEqualTo(
            "Stock of 300 items, Berlin: Echo OUT (-1000), Echo OUT (-999), Echo OUT (-998),"
                + " Echo OUT (-997), Echo OUT (-996), Echo OUT (-995) ...");
  }

  private static List<StockLine> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Stock.event("Berlin", "item" + i, "Echo", i - 1_000))
        .toList();
  }

  private Notification compose(List<StockLine> events) {
    Notification notification =
        notifications.notice(Audience.PURCHASING, events, Map.of(), Instant.EPOCH);
    notification.list().ifPresent(lists::add);
    return notification;
  }

  private static List<CSVRecord> records(Notification notification) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(notification.list().orElseThrow().file(), UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }
}
