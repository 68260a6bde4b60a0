package inventory.launcher.generate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the totals of files with their text. */
class FileTotalsTest {

  @TempDir private Path folder;

  @Test
  void theLevelsOfTransactionFilesAreTheSumsOfTheirGoodRows() throws Exception {
    Generated generated = Generated.files(folder, Generated.recipe(5), 12, 80);
    Map<StockKey, BigInteger> sums = new HashMap<>();
    Set<String> read = new HashSet<>();
    for (Totals.File file : generated.totals().files()) {
      String text = generated.texts().get(file.key());
      List<CSVRecord> rows = rows(text);
      List<CSVRecord> good = rows.stream().filter(FileTotalsTest::isTransaction).toList();
      if (!read.add(text)) {
        assertThat(file.status()).isEqualTo(FileStatus.DUPLICATE);
        assertThat(generated.texts().get(file.sameAs())).isEqualTo(text);
        continue;
      }
      good.forEach(
          row ->
              sums.merge(
                  new StockKey(row.get(1), row.get(2)),
                  new BigInteger(row.get(4)),
                  BigInteger::add));
      assertThat(file.rowsApplied()).isEqualTo(good.size());
      assertThat(file.rowsRejected()).isEqualTo(rows.size() - good.size());
      assertThat(file.status())
          .isEqualTo(good.size() == rows.size() ? FileStatus.APPLIED : FileStatus.PARTIAL);
    }
    assertThat(levels(generated)).isEqualTo(sums);
    Totals totals = generated.totals();
    assertThat(totals.facts() + totals.malformed()).isEqualTo(12 * 80);
    assertThat(totals.duplicates()).isEqualTo(generated.texts().size() - 12).isPositive();
    assertThat(totals.late()).isBetween(40L, 150L);
  }

  @Test
  void theFilesHaveAllDelimitersAndNamesThatNeedQuotes() throws Exception {
    String all =
        String.join("", Generated.files(folder, Generated.recipe(5), 3, 200).texts().values());
    assertThat(all)
        .contains("Timestamp\tWarehouseName", "Timestamp,WarehouseName", "\uFEFFTimestamp;Ware")
        .contains("Größe", "\"Hoodie \"\"Cloud\"\"; grey\"", "抹茶");
  }

  @Test
  void theLevelsOfCountFilesAreTheirGoodRows() throws Exception {
    Generated generated = Generated.counts(folder, Generated.recipe(5));
    Map<StockKey, BigInteger> counts = new HashMap<>();
    generated
        .texts()
        .values()
        .forEach(
            text ->
                rows(text).stream()
                    .filter(FileTotalsTest::isCount)
                    .forEach(
                        row ->
                            counts.put(
                                new StockKey(row.get(0), row.get(1)), new BigInteger(row.get(2)))));
    assertThat(levels(generated)).isEqualTo(counts);
    assertThat(generated.totals().malformed()).isEqualTo(60 - counts.size()).isPositive();
  }

  @Test
  void theThresholdsOfTheLatestDayAreInForceWhateverTheOrderOfFiles() throws Exception {
    Recipe recipe =
        new Recipe(2, Generated.recipe(1).start(), List.of("A 1", "A 2"), 20, 0, 0.2, 0.5, 0.1);
    Generated generated = Generated.thresholds(folder, recipe, 8);
    Map<List<String>, Long> latest = new HashMap<>();
    long rejected = 0;
    // Their paths sort by their days.
    for (String text : generated.texts().values()) {
      for (JsonNode entry : new JsonMapper().readTree(text).get("ThresholdList")) {
        if (entry.path("ItemId").isTextual()
            && entry.path("RestockIfBelow").isIntegralNumber()
            && entry.get("RestockIfBelow").longValue() >= 0) {
          latest.put(
              List.of(entry.get("ItemId").asText(), entry.path("WarehouseName").asText("")),
              entry.get("RestockIfBelow").longValue());
        } else {
          rejected++;
        }
      }
    }
    Totals totals = generated.totals();
    assertThat(
            totals.thresholds().stream()
                .collect(
                    toMap(
                        t -> List.of(t.itemId(), t.warehouse() == null ? "" : t.warehouse()),
                        Totals.Threshold::restockIfBelow)))
        .isEqualTo(latest);
    assertThat(totals.malformed()).isEqualTo(rejected).isPositive();
    List<String> keys = totals.files().stream().map(Totals.File::key).toList();
    assertThat(keys).hasSize(8).isNotEqualTo(keys.stream().sorted().toList());
    assertThat(totals.late()).isPositive();
  }

  private static Map<StockKey, BigInteger> levels(Generated generated) {
    return generated.totals().levels().stream()
        .collect(
            toMap(
                level -> new StockKey(level.warehouse(), level.itemId()),
                Totals.Level::stockLevel));
  }

  private static boolean isTransaction(CSVRecord row) {
    try {
      return row.size() == 5
          && !row.get(2).isEmpty()
          && row.get(4).matches("-?\\d+")
          && OffsetDateTime.parse(row.get(0)).getYear() == 2026;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isCount(CSVRecord row) {
    return row.size() == 3 && !row.get(0).isEmpty() && row.get(2).matches("\\d+");
  }

  private static List<CSVRecord> rows(String text) {
    String plain = text.replace("\uFEFF", "");
    String header = plain.lines().findFirst().orElseThrow();
    char delimiter = header.replaceAll("\\w", "").charAt(0);
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    try (CSVParser parser = CSVParser.parse(plain, format)) {
      List<CSVRecord> rows = new ArrayList<>(parser.getRecords());
      rows.remove(0);
      return rows;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
