package inventory.model.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.FileKind;
import inventory.model.StockKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryFileTest {

  private static final Instant UPLOADED = Instant.parse("2026-11-21T08:00:00Z");
  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final String GOOD =
      "2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\tT-Shirt\t-3\n";

  private final List<Row> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  @Test
  void theSampleOfTransactionsIsRead() throws Exception {
    FileKind kind =
        read(HEADER + GOOD + "2021-02-15T12:00:01.000+01:00\tBremen 4\td23x56\tSticker\t4\n");

    assertThat(kind).isEqualTo(FileKind.TRANSACTIONS);
    assertThat(rows)
        .containsExactly(
            new Row(
                2,
                new StockKey("Berlin 1", "a123v5"),
                "T-Shirt",
                Instant.parse("2021-02-15T11:00:00Z"),
                -3),
            new Row(
                3,
                new StockKey("Bremen 4", "d23x56"),
                "Sticker",
                Instant.parse("2021-02-15T11:00:01Z"),
                4));
    assertThat(rejects).isEmpty();
  }

  @Test
  void theSampleOfCountsIsReadAsOfItsUpload() throws Exception {
    FileKind kind = read("store,item,count\nBerlin,Echo (2nd Gen),19\nBerlin,Echo Plus,0");

    assertThat(kind).isEqualTo(FileKind.COUNT);
    assertThat(rows)
        .containsExactly(
            new Row(2, new StockKey("Berlin", "Echo (2nd Gen)"), "Echo (2nd Gen)", UPLOADED, 19),
            new Row(3, new StockKey("Berlin", "Echo Plus"), "Echo Plus", UPLOADED, 0));
  }

  @Test
  void aMarkCrlfBlankLinesQuotesAndAMissingLastLineBreakAreFine() throws Exception {
    read("\uFEFF\r\n\r\nstore;item;count\r\n\r\n\"Ber;lin\";\"a \"\"b\"\"\";7\r\n \r\nX;y;1");

    assertThat(rows)
        .extracting(Row::line, Row::key, Row::value)
        .containsExactly(
            tuple(5, new StockKey("Ber;lin", "a \"b\""), 7L), tuple(7, new StockKey("X", "y"), 1L));
    assertThat(rejects).isEmpty();
  }

  @Test
  void columnsMayComeInAnyOrderAndCase() throws Exception {
    read("COUNT,Store,item\n3,Berlin,Echo\n");

    assertThat(rows).extracting(Row::key).containsExactly(new StockKey("Berlin", "Echo"));
    assertThat(rows).extracting(Row::value).containsExactly(3L);
  }

  @Test
  void namesKeepTheSpacesAtTheirEnds() throws Exception {
    read("store,item,count\n Berlin , Echo ,3\n");

    assertThat(rows).extracting(Row::key).containsExactly(new StockKey(" Berlin ", " Echo "));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-02-15T12:00:00Z, 2021-02-15T12:00:00Z",
    "2021-02-15T12:00:00.123456789+05:45, 2021-02-15T06:15:00.123456789Z",
    "2021-02-15T12:00:00.1-0800, 2021-02-15T20:00:00.1Z",
    "2021-02-15T12:00:00+01, 2021-02-15T11:00:00Z",
    "2021-02-15t12:00:00z, 2021-02-15T12:00:00Z",
    "'2021-02-15T12:00:00,5Z', 2021-02-15T12:00:00.5Z",
  })
  void aTimestampMayHaveAnyOffsetAndFraction(String text, Instant expected) throws Exception {
    read(HEADER + text + "\tBerlin\ta\tA\t1\n");

    assertThat(rows).extracting(Row::time).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "",
        "2021-02-15T12:00:00",
        "2021-13-15T12:00:00Z",
        "2021-02-30T12:00:00Z",
        "1969-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z",
        "2021-02-15T12:00:00.1234567890Z"
      })
  void aTimestampThatCannotBeReadRejectsItsRow(String text) throws Exception {
    read(HEADER + text + "\tBerlin\ta\tA\t1\n" + GOOD);

    assertThat(rejects)
        .extracting(Reject::line, Reject::column, Reject::reason)
        .containsExactly(
            tuple(
                2,
                "Timestamp",
                "\"" + text + "\" is not an ISO 8601 timestamp with an offset, from 1970 to 2199"));
    assertThat(rows).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "", "1.5", "1e3", "9223372036854775808", "-9223372036854775809", "0x10"})
  void aNumberThatIsNoneRejectsItsRow(String text) throws Exception {
    read(HEADER + "2021-02-15T12:00:00Z\tBerlin\ta\tA\t" + text + "\n" + GOOD);

    assertThat(rejects)
        .extracting(Reject::line, Reject::column, Reject::reason)
        .containsExactly(
            tuple(
                2,
                "StockLevelChange",
                "\"" + text + "\" is not a whole number of at most 64 bits"));
    assertThat(rows).hasSize(1);
  }

  @Test
  void numbersOf64BitsAreTaken() throws Exception {
    read(
        HEADER
            + "2021-02-15T12:00:00Z\tBerlin\ta\tA\t9223372036854775807\n"
            + "2021-02-15T12:00:00Z\tBerlin\ta\tA\t-9223372036854775808\n"
            + "2021-02-15T12:00:00Z\tBerlin\ta\tA\t+5\n");

    assertThat(rows).extracting(Row::value).containsExactly(Long.MAX_VALUE, Long.MIN_VALUE, 5L);
  }

  @Test
  void aMissingOrExtraColumnRejectsItsRow() throws Exception {
    read(
        HEADER
            + "2021-02-15T12:00:00Z\tBerlin\ta\t1\n"
            + GOOD
            + "2021-02-15T12:00:00Z\tBerlin\ta\tA\t1\t2\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(
            tuple(2, "the row has 4 columns, the header 5"),
            tuple(4, "the row has 6 columns, the header 5"));
    assertThat(rows).extracting(Row::line).containsExactly(3);
  }

  @Test
  void anEmptyOrOverlongNameRejectsItsRow() throws Exception {
    read(
        "store,item,count\n,Echo,1\nBerlin, ,1\n"
            + "x".repeat(513)
            + ",Echo,1\n"
            + "x".repeat(512)
            + ",Echo,1\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::column, Reject::reason)
        .containsExactly(
            tuple(2, "store", "is empty"),
            tuple(3, "item", "is empty"),
            tuple(4, "store", "is 513 characters long; at most 512"));
    assertThat(rows).hasSize(1);
  }

  @Test
  void aNegativeCountRejectsItsRow() throws Exception {
    read("store,item,count\nBerlin,Echo,-1\n");

    assertThat(rejects).extracting(Reject::reason).containsExactly("\"-1\" is below 0");
  }

  @Test
  void aLineOfTenMegabytesRejectsItselfAlone() throws Exception {
    read(HEADER + "x".repeat(10_000_000) + "\n" + GOOD);

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(2, "the line is 10000000 bytes long; at most 65536"));
    assertThat(rejects.get(0).cells().get(0)).hasSize(1_000);
    assertThat(rows).extracting(Row::line).containsExactly(3);
  }

  @Test
  void aLineOfExactlyTheLimitIsRead() throws Exception {
    String line = "Berlin,Echo," + "0".repeat(LineReader.MAX_LINE_BYTES - 13) + "7";
    read("store,item,count\r\n" + line + "\r\n");

    assertThat(rows).extracting(Row::value).containsExactly(7L);
  }

  @Test
  void invalidUtf8RejectsItsRowAlone() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("store,item,count\n".getBytes(UTF_8));
    bytes.write("M\u00fcnchen,Echo,1\n".getBytes(ISO_8859_1));
    bytes.write("M\u00fcnchen,Echo,2\nK\uFFFDln,Echo,3\n".getBytes(UTF_8));

    read(bytes.toByteArray());

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(2, "the line is not valid UTF-8"));
    assertThat(rows)
        .extracting(row -> row.key().warehouse())
        .containsExactly("M\u00fcnchen", "K\uFFFDln");
  }

  @Test
  void aNulByteRejectsItsRowAlone() throws Exception {
    read("store,item,count\nBer\0lin,Echo,1\nBerlin,Echo,2\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(2, "the line contains a NUL byte"));
    assertThat(rows).hasSize(1);
  }

  @Test
  void aQuotedLineBreakRejectsItsRowAndLinesKeepTheirNumbers() throws Exception {
    read("store,item,count\nBerlin,\"Echo\nDot\",1\nBerlin,Echo,2\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(2, "a quoted cell contains a line break, up to line 3"));
    assertThat(rows).extracting(Row::line).containsExactly(4);
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws Exception {
    read("store,item,count\nBerlin,\"Echo,1\nBerlin,\"Plus\",2\nBerlin,\"Show,3\nBerlin,Look,4\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(
            tuple(2, "a quoted cell is not closed"), tuple(4, "a quoted cell is not closed"));
    assertThat(rows).extracting(Row::value).containsExactly(2L, 4L);
  }

  @Test
  void textBehindAQuoteRejectsItsRowAlone() throws Exception {
    read("store,item,count\nBerlin,\"Echo\"x,1\nBerlin,5\" pipe,2\n");

    assertThat(rejects)
        .extracting(Reject::line, Reject::reason)
        .containsExactly(tuple(2, "a quoted cell is not followed by a delimiter"));
    assertThat(rows).extracting(row -> row.key().itemId()).containsExactly("5\" pipe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void anEmptyFileIsUnreadable(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage("the file is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c",
        "store,item",
        "store,item,count,count",
        "store|item|count",
        "{}",
        "\"store,item"
      })
  void anUnknownHeaderIsUnreadable(String header) {
    assertThatThrownBy(() -> read(header + "\nBerlin,Echo,1\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("unknown header \"" + header + "\": expected the columns");
  }

  @Test
  void aZipIsUnreadable() {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, (byte) 0x9C, (byte) 0xE3};
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("the file is not UTF-8 text: in its first line");
  }

  @Test
  void aHeaderAloneHasNoRows() throws Exception {
    read(HEADER);

    assertThat(rows).isEmpty();
    assertThat(rejects).isEmpty();
  }

  @Test
  void aRejectsFileThatWasCorrectedCanBeReadAgain() throws Exception {
    read(HEADER + "2021-02-15T12:00:00Z\tBerlin\ta\tA \"1\"\tmany\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Header header =
        new InventoryFile(new ByteArrayInputStream(HEADER.getBytes(UTF_8)), UPLOADED).header();
    try (RejectsWriter writer = new RejectsWriter(out, header)) {
      writer.write(rejects.get(0));
    }
    String rejectsFile = out.toString(UTF_8);
    assertThat(rejectsFile)
        .isEqualTo(
            "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\tRejectedLine\tRejectedColumn\tRejectedReason\n"
                + "2021-02-15T12:00:00Z\tBerlin\ta\t\"A \"\"1\"\"\"\tmany\t2\tStockLevelChange\t\"\"\"many\"\" is not a whole number of at most 64 bits\"\n");
    rejects.clear();

    read(rejectsFile.replace("\tmany\t", "\t12\t"));

    assertThat(rejects).isEmpty();
    assertThat(rows).extracting(Row::value).containsExactly(12L);
  }

  private FileKind read(String content) throws IOException, UnreadableFileException {
    return read(content.getBytes(UTF_8));
  }

  private FileKind read(byte[] content) throws IOException, UnreadableFileException {
    InventoryFile file = new InventoryFile(new ByteArrayInputStream(content), UPLOADED);
    file.forEach(rows::add, rejects::add);
    return file.header().kind();
  }
}
