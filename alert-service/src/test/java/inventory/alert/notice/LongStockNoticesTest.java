package inventory.alert.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notice.Notice.FullList;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices of more than a message holds, and of names that are meant ill. */
class LongStockNoticesTest {

  private static final String PARCEL = "\uD83D\uDCE6";

  private final StockNotices notices = new StockNotices(2);
  private final List<FullList> lists = new ArrayList<>();

  @AfterEach
  void deleteLists() throws IOException {
    for (FullList list : lists) {
      Files.delete(list.file());
    }
  }

  @Test
  void twoHundredItemsAreAllListedAndNeedNoFile() {
    Notice notice = compose(items(200));

    assertThat(notice.list()).isEmpty();
    assertThat(notice.text().lines().filter(line -> line.startsWith("Berlin"))).hasSize(200);
    assertThat(notice.text()).doesNotContain("more");
  }

  @Test
  void ofThreeHundredItemsTheWorstTwoHundredAreListedAndAllAreInTheFile() throws IOException {
    Notice notice = compose(items(300));

    assertThat(notice.subject()).isEqualTo("Low stock: 300 items in Berlin (300 out of stock)");
    assertThat(notice.text().lines().filter(line -> line.startsWith("Berlin"))).hasSize(200);
    assertThat(notice.text()).contains(" item0 ", " item199 ").doesNotContain("item200", "item299");
    assertThat(notice.text()).contains("\n... and 100 more.\n\nSeen after ");
    assertThat(notice.html()).contains(">item199<", "<p>... and 100 more.</p>");
    assertThat(notice.list().orElseThrow().name()).isEqualTo("low-stock.csv");
    assertThat(notice.list().orElseThrow().rows()).isEqualTo(300);
    assertThat(records(notice))
        .hasSize(300)
        .extracting(record -> record.get("itemId"))
        .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(i -> "item" + i).toList());
  }

  @Test
  void theFileHasNumbersAsNumbersAndNoFormulas() throws IOException {
    List<StockNews> news = new ArrayList<>(items(199));
    news.add(Stock.news("=cmd|'/c calc'!A0", "+1", "@SUM(A1)", -9_999));
    news.add(Stock.news("-2", "a,\"b\"", "Köln; Łódź", -9_998));
    news.add(Stock.total("total", "Echo", 9));

    Notice notice = compose(news);

    assertThat(Files.readString(notice.list().orElseThrow().file()))
        .startsWith(
            """
            warehouse,itemId,itemName,stockLevel,restockIfBelow,state,order\r
            '=cmd|'/c calc'!A0,'+1,'@SUM(A1),-9999,10,OUT,10019\r
            '-2,"a,""b""\",Köln; Łódź,-9998,10,OUT,10018\r
            """)
        .endsWith("\r\n\"\",total,Echo,9,10,LOW,11\r\n");
    assertThat(records(notice)).hasSize(202);
  }

  @Test
  void aRecoveryInTheFileHasNoOrder() throws IOException {
    List<StockNews> news = new ArrayList<>(items(200));
    news.add(Stock.news("Berlin", "recovered", "Echo", 10));

    List<CSVRecord> records = records(compose(news));

    assertThat(records.get(200).toList())
        .containsExactly("Berlin", "recovered", "Echo", "10", "10", "OK", "");
  }

  @Test
  void theHtmlShowsNamesAsTheyAre() {
    Notice notice = compose(List.of(Stock.news("<b>&\"", "</td><script>", "'a'", 3)));

    assertThat(notice.html())
        .startsWith("<p>Stock of 1 item is below the threshold.</p><table ")
        .contains(">&lt;b&gt;&amp;&quot;</td>", ">&lt;/td&gt;&lt;script&gt;</td>")
        .contains("text-align:right\">3</td>")
        .doesNotContain("<b>", "<script>");
    assertThat(Html.document(notice.html())).startsWith("<!DOCTYPE html><html><head><meta charset");
    assertThat(notice.text()).contains("<b>&\"      </td><script>  'a' ");
  }

  @Test
  void whatComesFromOutsideCannotBreakALine() {
    Notice notice =
        compose(List.of(Stock.news("Ber\r\nBcc: x@example.com", "a\u2028b", "Shirt\u202E", 1)));

    assertThat(notice.subject())
        .isEqualTo("Low stock: 1 item in Ber\uFFFD\uFFFDBcc: x@example.com");
    assertThat(notice.text()).contains("  a\uFFFDb ", "  Shirt\uFFFD ");
    assertThat(notice.html()).doesNotContain("\r", "\n", "\u2028", "\u202E");
    assertThat(notice.shortText())
        .isEqualTo("Stock: Ber\uFFFD\uFFFDBcc: x@example.com: Shirt\uFFFD low (1)");
  }

  @Test
  void theLongestTextFitsIntoAnSnsMessage() {
    for (String character : List.of(PARCEL, "\"", "\\")) {
      String longest = character.repeat(512);
      Notice notice =
          compose(
              IntStream.range(0, 300)
                  .mapToObj(
                      i ->
                          Stock.news(
                              longest + i % 9, "%04d%s".formatted(i, longest), longest, -1L << 62))
                  .toList());

      String json = notice.text().replace("\\", "\\\\").replace("\"", "\\\"");
      assertThat(json.getBytes(UTF_8)).hasSizeBetween(50_000, 250_000);
      assertThat(notice.subject().codePointCount(0, notice.subject().length())).isLessThan(400);
    }
  }

  @Test
  void theShortTextIsAlwaysShort() {
    for (String name : List.of("a", "Echo Plus", "x".repeat(512), PARCEL.repeat(512))) {
      for (int count : List.of(1, 2, 3, 10, 300)) {
        Stream<StockNews> news =
            IntStream.range(0, count)
                .mapToObj(i -> Stock.news(name + i % 7, name + i, name, 5L - i * 1_000_000_000L));
        Notice notice = compose(news.toList());

        assertThat(notice.shortText()).hasSizeLessThan(140).startsWith("Stock");
      }
    }
  }

  @Test
  void theShortTextNamesTheWorstThatFit() {
    assertThat(compose(items(5)).shortText())
        .isEqualTo(
            "Stock of 5 items, Berlin: Echo OUT (-1000), Echo OUT (-999), Echo OUT (-998),"
                + " Echo OUT (-997), Echo OUT (-996)");
    assertThat(compose(items(300)).shortText())
        .isEqualTo(
            "Stock of 300 items, Berlin: Echo OUT (-1000), Echo OUT (-999), Echo OUT (-998),"
                + " Echo OUT (-997), Echo OUT (-996), Echo OUT (-995) ...");
  }

  private static List<StockNews> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Stock.news("Berlin", "item" + i, "Echo", i - 1_000))
        .toList();
  }

  private Notice compose(List<StockNews> news) {
    Notice notice = notices.compose(news);
    notice.list().ifPresent(lists::add);
    return notice;
  }

  private static List<CSVRecord> records(Notice notice) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(notice.list().orElseThrow().file(), UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }
}
