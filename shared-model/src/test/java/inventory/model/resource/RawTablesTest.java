package inventory.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.RawTable.Form;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTablesTest {

  private static final Pattern TRANSACTION = Pattern.compile(RawTables.INVENTORY_FILES.regex());
  private static final String SIGNS = "aB1ü漢 ,;\"'\\.()-";

  @Test
  void aLineOfTheSampleIsFiveCells() {
    assertThat(
            cells("2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\ttecRacer T-Shirt\t-3")
                .toArray())
        .containsExactly(
            "2021-02-15T12:00:00.000+01:00", "Berlin 1", "a123v5", "tecRacer T-Shirt", "-3");
  }

  @Test
  void quotesAroundACellAreLeftOutWithTheDelimiterInIt() {
    assertThat(cells("2021-02-15T12:00Z,\"Berlin, north\",a,\"the \"\"best\"\"\",4"))
        .containsExactly("2021-02-15T12:00Z", "Berlin, north", "a", "the \"\"best\"\"", "4");
  }

  @Test
  void aCommaIsPartOfACellBetweenTabs() {
    assertThat(cells("2021-02-15T12:00:00,5Z\tB\ta\tShelf, oak; brown\t4\r"))
        .containsExactly("2021-02-15T12:00:00,5Z", "B", "a", "Shelf, oak; brown", "4");
  }

  @Test
  void aCommaIsPartOfACellBetweenSemicolonsAndTheOtherWayRound() {
    assertThat(cells("2021-02-15T12:00:00,5Z;B;a;Mug, 0.3 l;4"))
        .containsExactly("2021-02-15T12:00:00,5Z", "B", "a", "Mug, 0.3 l", "4");
    assertThat(cells("2021-02-15T12:00Z,B,a,Hoodie; grey,-4"))
        .containsExactly("2021-02-15T12:00Z", "B", "a", "Hoodie; grey", "-4");
  }

  @Test
  void aQuoteWithinACellIsPartOfIt() {
    assertThat(cells("2021-02-15T12:00Z;B;a;pipe 5\" and 6\";4"))
        .containsExactly("2021-02-15T12:00Z", "B", "a", "pipe 5\" and 6\"", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Berlin,Echo Dot,12", "a\tb\tc\td", "a,b,c,d,e,f", "a,\"b,c,d,e"})
  void aLineWithOtherThanFiveCellsDoesNotMatch(String line) {
    assertThat(TRANSACTION.matcher(line).matches()).isFalse();
  }

  @Test
  void aCellOfManyCharactersIsNoProblem() {
    String longCell = "x".repeat(60_000);
    assertThat(cells("t,w,\"" + longCell + "\"," + longCell + ",1"))
        .containsExactly("t", "w", longCell, longCell, "1");
  }

  @Test
  void cellsAreThoseOfAParserForCsv() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      char delimiter = "\t,;".charAt(random.nextInt(3));
      List<String> written = new ArrayList<>();
      for (int cell = 0; cell < 4; cell++) {
        written.add(text(random));
      }
      written.add(String.valueOf(random.nextInt()));
      String line = line(written, delimiter);
      try (CSVParser parser =
          CSVParser.builder()
              .setReader(new StringReader(line))
              .setFormat(CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get())
              .get()) {
        List<String> parsed = parser.getRecords().get(0).toList();
        assertThat(cells(line).stream().map(cell -> cell.replace("\"\"", "\"")).toList())
            .as(line)
            .isEqualTo(parsed)
            .isEqualTo(written);
      }
    }
  }

  @Test
  void aFileIsInTheTableOfItsPrefixByTheDayOfItsKey() {
    String key = "inventory_files/2026/11/21/20261121090000_inventory.csv";
    assertThat(RawTables.day(RawTables.INVENTORY_FILES, key)).contains("2026/11/21");
    assertThat(RawTables.day(RawTables.COUNT_FILES, key)).isEmpty();
    assertThat(RawTables.day(RawTables.COUNT_FILES, "count_files/2026/11/21/a/b.csv"))
        .contains("2026/11/21");
    assertThat(RawTables.day(RawTables.COUNT_FILES, "inventory-berlin.csv")).isEmpty();
    assertThat(RawTables.day(RawTables.COUNT_FILES, "count_files/today/b.csv")).isEmpty();
  }

  @Test
  void aFileThatAthenaTakesForHiddenIsInNoTable() {
    assertThat(RawTables.day(RawTables.COUNT_FILES, "count_files/2026/11/21/_b.csv")).isEmpty();
    assertThat(RawTables.day(RawTables.COUNT_FILES, "count_files/2026/11/21/.b.csv")).isEmpty();
  }

  @Test
  void namesAreLowerCaseAndTypesThoseOfGlue() {
    assertThat(RawTables.INVENTORY_FILES.columns())
        .extracting(column -> column.name() + " " + column.glueType())
        .containsExactly(
            "timestamp string",
            "warehousename string",
            "itemid string",
            "itemname string",
            "stocklevelchange bigint");
    assertThat(RawTables.RESTOCK_THRESHOLDS.columns())
        .extracting(column -> column.name() + " " + column.glueType())
        .containsExactly(
            "thresholdlist"
                + " array<struct<itemid:string,warehousename:string,restockifbelow:string,"
                + "orderupto:string,packsize:string>>");
  }

  @Test
  void athenaComputesWhereADayLies() {
    assertThat(RawTables.INVENTORY_FILES.parameters("inbox"))
        .containsAllEntriesOf(
            Map.of(
                "skip.header.line.count", "1",
                "projection.enabled", "true",
                "projection.day.type", "date",
                "projection.day.format", "yyyy/MM/dd",
                "projection.day.range", "2021/01/01,NOW",
                "storage.location.template", "s3://inbox/inventory_files/${day}/"));
    assertThat(RawTables.EVENTS_REJECTED.parameters("inbox"))
        .doesNotContainKey("skip.header.line.count")
        .containsEntry("storage.location.template", "s3://inbox/rejected/events/${day}/");
  }

  @Test
  void tablesOfCellsAreReadByAGroupForEachColumn() {
    for (RawTable table : RawTables.ALL) {
      if (table.form() == Form.CELLS) {
        assertThat(table.serdeParameters()).containsOnlyKeys("input.regex");
        assertThat(Pattern.compile(table.regex()).matcher("").groupCount())
            .isEqualTo(table.columns().size());
      }
    }
  }

  private static List<String> cells(String line) {
    Matcher matcher = TRANSACTION.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    return IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.append('y').toString();
  }

  /** As spreadsheets write it: a cell is quoted where it must be. */
  private static String line(List<String> cells, char delimiter) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      boolean quoted = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
      written.add(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    return String.join(String.valueOf(delimiter), written);
  }
}
