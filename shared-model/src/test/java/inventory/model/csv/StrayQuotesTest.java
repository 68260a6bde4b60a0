package inventory.model.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows stay what they are, whatever stands around them: stray quotes, above all. */
class StrayQuotesTest {

  private static final Instant UPLOADED = Instant.parse("2026-11-21T08:00:00Z");

  // Pieces of lines, good, bad, and such that open a quote which a later line may close.
  private static final List<String> LINES =
      List.of(
          "W,a,1",
          "W,b,2",
          "V,a,3",
          "W,\"a\",4",
          "W,aa,5",
          "\"W,b",
          "x\",a,6",
          "W,\"b\"\"\",7",
          "W,a\"\",8",
          "",
          "W,a",
          "\"W\",a,9",
          "W,\"a",
          "\",10");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theRowsOfOneItemAreThoseAmongAllRows(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("store,item,count\n");
    for (int i = 0; i < 200; i++) {
      text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
    }
    for (StockKey key : List.of(new StockKey("W", "a"), new StockKey("W", "b\""))) {
      List<Row> expected = new ArrayList<>();
      open(text).forEach(row -> add(row, key, expected), reject -> {});
      List<Row> rows = new ArrayList<>();
      open(text).forEachOf(Set.of(key), rows::add);

      assertThat(expected).isNotEmpty();
      assertThat(rows).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aRowIsOfItsOwnLine(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> starts =
        List.of("W,a,", "W,\"b\"\"\",", "\"W,b", "x\",a,", "W,a\rW,b,", "W,\"a,", "\",");
    StringBuilder text = new StringBuilder("store,item,count\n");
    for (int line = 2; line < 300; line++) {
      text.append(starts.get(random.nextInt(starts.size()))).append(line).append('\n');
    }
    List<Row> rows = new ArrayList<>();
    Set<Integer> lines = new HashSet<>();

    open(text).forEach(rows::add, reject -> lines.add(reject.line()));

    assertThat(rows).isNotEmpty().allMatch(row -> row.value() == row.line());
    assertThat(rows)
        .extracting(Row::line)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(lines);
  }

  private static void add(Row row, StockKey key, List<Row> rows) {
    if (row.key().equals(key)) {
      rows.add(row);
    }
  }

  private static InventoryFile open(CharSequence text) throws Exception {
    return new InventoryFile(new ByteArrayInputStream(text.toString().getBytes(UTF_8)), UPLOADED);
  }
}
