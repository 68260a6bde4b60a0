package inventory.launcher.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables on DuckDB, and what it is not allowed. */
class RawDatabaseTest {

  private static final String KEY = "inventory_files/2026/11/21/20261121090000_inventory.csv";
  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final List<String> PARTS =
      List.of(
          "a", "ü漢", " ", ",", ";", "\t", "\"", "\"\"", "5", "-", "\\", "'", "2026-01-05T06:00Z");

  @TempDir private Path folder;
  private RawFolder files;

  @BeforeEach
  void createFolder() {
    files = new RawFolder(folder);
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void aLineIsARowWithItsDayAndItsFile() throws Exception {
    files.put(
        RawTables.INVENTORY_FILES,
        KEY,
        HEADER + "2026-11-21T09:00:00+01:00\tBerlin 1\ta1\tMug, 0.3 l\t-3\r\n");
    assertThat(files.rows("select * from inventory_files"))
        .containsExactly(
            List.of(
                "2026-11-21T09:00:00+01:00",
                "Berlin 1",
                "a1",
                "Mug, 0.3 l",
                "-3",
                "2026/11/21",
                "s3://inbox/" + KEY));
  }

  @Test
  void aTableWithoutFilesIsEmptyAndHasItsColumns() throws Exception {
    for (RawTable table : RawTables.ALL) {
      assertThat(files.rows("select * from inventory." + table.name())).isEmpty();
      String names =
          String.join(", ", table.columns().stream().map(c -> '"' + c.name() + '"').toList());
      assertThat(files.rows("select " + names + ", day from " + table.name())).isEmpty();
    }
  }

  @Test
  void linesAreParsedLikeAthenasRegularExpressionParsesThem() throws Exception {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      StringBuilder line = new StringBuilder();
      char delimiter = "\t,;".charAt(random.nextInt(3));
      for (int cell = random.nextInt(3) == 0 ? 4 : 5; cell > 0; cell--) {
        for (int part = random.nextInt(3); part > 0; part--) {
          line.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        line.append(cell > 1 ? delimiter : "");
      }
      lines.add(i + "x" + line);
    }
    files.put(RawTables.INVENTORY_FILES, KEY, HEADER + String.join("\n", lines) + "\n");

    List<List<String>> rows =
        files.rows(
            "select \"timestamp\", warehousename, itemid, itemname, stocklevelchange"
                + " from inventory_files");

    List<List<String>> expected = expected(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(rows.get(i)).as(lines.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(rows).hasSameSizeAs(expected);
    assertThat(expected).filteredOn(row -> row.get(1) != null).hasSizeGreaterThan(500);
  }

  private static List<List<String>> expected(List<String> lines) {
    Pattern pattern = Pattern.compile(RawTables.INVENTORY_FILES.regex());
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = pattern.matcher(line);
      String[] cells = new String[5];
      if (matcher.matches()) {
        Arrays.setAll(cells, i -> matcher.group(i + 1));
        cells[4] = number(cells[4]);
      }
      rows.add(Arrays.asList(cells));
    }
    return rows;
  }

  private static String number(String cell) {
    try {
      return String.valueOf(Long.parseLong(cell));
    } catch (NumberFormatException e) {
      // As Athena has it.
      return null;
    }
  }

  @Test
  void aBinaryFileDoesNotHideOtherFiles() throws Exception {
    files.put(RawTables.INVENTORY_FILES, KEY, HEADER + "2026-11-21T09:00Z\tB\ta1\tMug\t4\n");
    Path bad = files.path(RawTables.INVENTORY_FILES, KEY.replace("_inventory", "_bad"));
    Files.write(bad, new byte[] {0, (byte) 0xff, '\n', (byte) 0xc3, 0x28, '\n', 1, 0x01, 0x02});
    assertThat(files.rows("select itemid from inventory_files where itemid is not null"))
        .containsExactly(List.of("a1"));
  }

  @Test
  void aThresholdFileIsAListAndAMultilineFileIsRowsOfNulls() throws Exception {
    files.put(
        RawTables.RESTOCK_THRESHOLDS,
        "restock_thresholds/2026/11/21/restock_thresholds.json",
        "{\"ThresholdList\": [{\"ItemId\": \"a1\", \"RestockIfBelow\": 25},"
            + " {\"ItemId\": \"a2\", \"WarehouseName\": \"B\", \"RestockIfBelow\": \"x\"}]}\n");
    files.put(
        RawTables.RESTOCK_THRESHOLDS,
        "restock_thresholds/2026/11/22/restock_thresholds.json",
        "{\n\"ThresholdList\": []\n");
    assertThat(
            files.rows(
                """
                select day, thresholdlist[i].itemid, thresholdlist[i].warehousename,
                  thresholdlist[i].restockifbelow
                from restock_thresholds
                cross join unnest(sequence(1, cardinality(thresholdlist))) as n(i) order by i"""))
        .containsExactly(
            Arrays.asList("2026/11/21", "a1", null, "25"), List.of("2026/11/21", "a2", "B", "x"));
    assertThat(files.rows("select count(*) from restock_thresholds where day = '2026/11/22'"))
        .containsExactly(List.of("2"));
  }

  @Test
  void noOtherFileCanBeReadOrWritten() throws Exception {
    Path secret = Files.writeString(folder.resolveSibling(folder.getFileName() + ".txt"), "secret");
    for (String query :
        List.of(
            "select * from read_text('" + secret + "')",
            "select * from read_csv('/etc/hosts')",
            "select * from '" + secret + "'",
            "select * from glob('/*')",
            "select * from read_csv('https://127.0.0.1:1/x.csv')")) {
      assertThatThrownBy(() -> files.rows(query)).as(query).isInstanceOf(LaunchException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to 'x.csv'",
        "attach 'x.db'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "create table t(i int)",
        "drop view inventory_files",
        "select 1; set threads = 1",
        "delete from inventory_files",
        ""
      })
  void onlyQueriesAreAccepted(String statement) {
    assertThatThrownBy(() -> files.rows(statement)).isInstanceOf(LaunchException.class);
  }

  @Test
  void anErrorSaysWhatIsWrong() {
    assertThatThrownBy(() -> files.rows("select * from inventory_file"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("inventory_file")
        .hasMessageContaining("inventory_files");
    assertThatThrownBy(() -> files.rows("selec 1"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("syntax error");
  }

  @Test
  void functionsOfAthenaWork() throws Exception {
    assertThat(
            files.rows(
                """
                select from_iso8601_timestamp('2021-02-15T12:00:00.000+01:00') at time zone 'UTC',
                  from_iso8601_timestamp('2021-02-15T12:00:00.5+01:00'),
                  try(from_iso8601_timestamp('yesterday')), cardinality(sequence(1, 3)),
                  approx_distinct(1), regexp_like('abc', 'b'),
                  json_extract_scalar('{"a": "b"}', '$.a')"""))
        .containsExactly(
            Arrays.asList(
                "2021-02-15 11:00:00", "2021-02-15 11:00:00.5+00", null, "3", "1", "true", "b"));
  }
}
