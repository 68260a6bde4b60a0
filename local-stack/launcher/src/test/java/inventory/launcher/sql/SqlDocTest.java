package inventory.launcher.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileDrop.FileTarget;
import inventory.launcher.generate.FileGenerator;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.Reject;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the ten queries of docs/sql.md over generated files, and compares the results with those of
 * the system's own parser.
 */
class SqlDocTest {

  private static final Pattern QUERY =
      Pattern.compile("### (\\d+)\\. [^\n]+\n\n```sql\n(.*?)```", Pattern.DOTALL);
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final LocalDate DROPPED_ON = LocalDate.parse("2026-01-05");
  private static final Recipe RECIPE =
      new Recipe(3, START, List.of("Berlin 1", "Zürich 2"), 20, 1.0, 0.3, 0.2, 0.1);
  private static final int FILES = 9;
  private static final int ROWS = 60;

  @TempDir private static Path folder;
  private static final Map<Integer, String> QUERIES = new TreeMap<>();
  private static final List<Fact> FACTS = new ArrayList<>();
  private static final Map<String, List<Reject>> REJECTS = new TreeMap<>();
  private static RawFolder files;
  private static Totals transactions;
  private static Totals counts;
  private static Totals thresholds;

  /** A good row, and the file that it is in. */
  private record Fact(String file, Row row) {}

  @BeforeAll
  static void generate() throws Exception {
    Path doc = Installation.find().root().resolve("docs/sql.md");
    Matcher queries = QUERY.matcher(Files.readString(doc));
    while (queries.find()) {
      QUERIES.put(Integer.valueOf(queries.group(1)), queries.group(2));
    }
    files = new RawFolder(folder);
    transactions = FileGenerator.transactions(RECIPE, FILES, ROWS, into(RawTables.INVENTORY_FILES));
    counts = FileGenerator.counts(RECIPE, into(RawTables.COUNT_FILES));
    thresholds = FileGenerator.thresholds(RECIPE, 4, into(RawTables.RESTOCK_THRESHOLDS));
    for (Totals.File file : transactions.files()) {
      read(file.key());
    }
  }

  @AfterAll
  static void close() throws Exception {
    files.close();
  }

  private static FileDrop into(RawTable table) {
    FileTarget target =
        (key, file) -> files.put(table, key, Files.readString(file, StandardCharsets.UTF_8));
    return new FileDrop(target, Pace.unlimited(), () -> {});
  }

  private static void read(String key) throws IOException {
    try (InputStream in = Files.newInputStream(files.path(RawTables.INVENTORY_FILES, key))) {
      String uri = RawFolder.BUCKET + key;
      new InventoryFile(in, START)
          .forEach(
              row -> FACTS.add(new Fact(uri, row)),
              reject -> REJECTS.computeIfAbsent(uri, k -> new ArrayList<>()).add(reject));
    } catch (UnreadableFileException e) {
      throw new AssertionError(key, e);
    }
  }

  private static List<List<String>> rows(int query) throws Exception {
    return files.rows(QUERIES.get(query));
  }

  @Test
  void thereAreTenQueries() {
    assertThat(QUERIES.keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void query1SumsUpWhatWentInAndOut() throws Exception {
    List<List<String>> expected = new ArrayList<>();
    byWarehouse(FACTS)
        .forEach(
            (warehouse, facts) ->
                expected.add(
                    List.of(
                        "2026/01/05",
                        warehouse,
                        text(facts.size()),
                        text(facts.stream().mapToLong(f -> Math.max(0, f.row().value())).sum()),
                        text(facts.stream().mapToLong(f -> Math.max(0, -f.row().value())).sum()))));
    assertThat(rows(1)).hasSize(2).isEqualTo(expected);
  }

  @Test
  void query2FindsTheBestSellers() throws Exception {
    Map<String, Long> sold = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Fact fact : FACTS) {
      if (fact.row().value() < 0) {
        sold.merge(fact.row().key().itemId(), -fact.row().value(), Long::sum);
        names.put(fact.row().key().itemId(), fact.row().itemName().replace("\"", "\"\""));
      }
    }
    List<List<String>> expected =
        sold.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(10)
            .map(item -> List.of(item.getKey(), names.get(item.getKey()), text(item.getValue())))
            .toList();
    assertThat(rows(2)).hasSize(10).isEqualTo(expected);
  }

  @Test
  void query3CountsByTheHourInBerlin() throws Exception {
    Map<Integer, long[]> hours = new TreeMap<>();
    for (Fact fact : FACTS) {
      int hour = fact.row().time().atZone(ZoneId.of("Europe/Berlin")).getHour();
      long[] sums = hours.computeIfAbsent(hour, h -> new long[2]);
      sums[0]++;
      sums[1] += Math.abs(fact.row().value());
    }
    List<List<String>> expected = new ArrayList<>();
    hours.forEach((hour, sums) -> expected.add(List.of(text(hour), text(sums[0]), text(sums[1]))));
    assertThat(rows(3)).isEqualTo(expected);
    assertThat(hours.keySet()).as("late movements are of earlier hours").hasSizeGreaterThan(2);
  }

  @Test
  void query4AddsUpOneItem() throws Exception {
    List<Long> changes =
        FACTS.stream()
            .filter(fact -> fact.row().key().warehouse().equals("Berlin 1"))
            .filter(fact -> fact.row().key().itemId().equals("a123v5"))
            .sorted(
                Comparator.<Fact, Instant>comparing(fact -> fact.row().time())
                    .thenComparing(Fact::file)
                    .thenComparing(fact -> fact.row().value()))
            .map(fact -> fact.row().value())
            .toList();
    List<List<String>> rows = rows(4);
    assertThat(rows)
        .extracting(row -> row.get(1))
        .isEqualTo(changes.stream().map(String::valueOf).toList());
    long units = 0;
    for (int i = 0; i < changes.size(); i++) {
      units += changes.get(i);
      assertThat(rows.get(i).get(2)).isEqualTo(text(units));
    }
    assertThat(changes).hasSizeGreaterThan(10);
  }

  @Test
  void query5CountsTheRejectsOfEachFile() throws Exception {
    List<List<String>> expected = new ArrayList<>();
    REJECTS.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, List<Reject>>>comparingInt(e -> -e.getValue().size())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            file ->
                expected.add(
                    List.of(
                        file.getKey(),
                        text(file.getValue().size()),
                        text(of(file.getValue(), "")),
                        text(of(file.getValue(), "ItemId")),
                        text(of(file.getValue(), "Timestamp")),
                        text(of(file.getValue(), "StockLevelChange")))));
    assertThat(rows(5)).hasSizeGreaterThan(5).isEqualTo(expected);
  }

  private static long of(List<Reject> rejects, String column) {
    return rejects.stream().filter(reject -> reject.column().equals(column)).count();
  }

  @Test
  void query6FindsTheFilesThatCameTwice() throws Exception {
    List<List<String>> expected =
        transactions.files().stream()
            .filter(file -> file.sameAs() != null)
            .map(
                file ->
                    Stream.of(file.key(), file.sameAs())
                        .map(key -> RawFolder.BUCKET + key)
                        .sorted()
                        .toList())
            .sorted(Comparator.comparing(pair -> pair.get(0)))
            .toList();
    assertThat(rows(6)).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void query7FindsWhatIsOfAnEarlierDay() throws Exception {
    List<Fact> late = FACTS.stream().filter(fact -> day(fact).isBefore(DROPPED_ON)).toList();
    List<List<String>> expected = new ArrayList<>();
    byWarehouse(late)
        .forEach(
            (warehouse, facts) ->
                expected.add(
                    List.of(
                        warehouse,
                        text(facts.size()),
                        text(
                            facts.stream()
                                .mapToLong(f -> ChronoUnit.DAYS.between(day(f), DROPPED_ON))
                                .max()
                                .orElseThrow()))));
    assertThat(rows(7)).isNotEmpty().isEqualTo(expected);
  }

  private static LocalDate day(Fact fact) {
    return LocalDate.ofInstant(fact.row().time(), ZoneOffset.UTC);
  }

  @Test
  void query8HasTheCountsThatHold() throws Exception {
    List<List<String>> expected =
        counts.levels().stream()
            .map(
                level ->
                    List.of(
                        level.warehouse(),
                        level.itemId().replace("\"", "\"\""),
                        level.stockLevel().toString(),
                        "2026/01/05"))
            .toList();
    assertThat(rows(8)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void query9HasTheThresholdsThatHold() throws Exception {
    List<List<String>> expected =
        thresholds.thresholds().stream()
            .map(t -> Arrays.asList(t.itemId(), t.warehouse(), text(t.restockIfBelow())))
            .toList();
    assertThat(rows(9).stream().map(row -> row.subList(0, 3)).toList())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void query10CountsReasons(@TempDir Path other) throws Exception {
    String key = "rejected/events/2026/01/05/2026010506_events.jsonl";
    try (RawFolder rejected = new RawFolder(other)) {
      rejected.put(
          RawTables.EVENTS_REJECTED,
          key,
          event("P1", "no quantity", "07")
              + event("P1", "no quantity", "06")
              + event("P2", "no JSON", "08"));
      assertThat(rejected.rows(QUERIES.get(10)))
          .containsExactly(
              List.of("no quantity", "quantity", "2", "1", "2026-01-05T06:06:00Z"),
              List.of("no JSON", "quantity", "1", "1", "2026-01-05T06:08:00Z"));
    }
  }

  /** As ingest-service writes it. */
  private static String event(String product, String reason, String minute) {
    return """
        {"field":"quantity","reason":"%s","eventID":"shard:%s","partitionKey":"%s",\
        "sequenceNumber":"%s","arrivedAt":"2026-01-05T06:%s:00Z","data":"{\\"a\\":1}"}
        """
        .formatted(reason, minute, product, minute, minute);
  }

  private static Map<String, List<Fact>> byWarehouse(List<Fact> facts) {
    return facts.stream()
        .collect(groupingBy(fact -> fact.row().key().warehouse(), TreeMap::new, toList()));
  }

  private static String text(long number) {
    return String.valueOf(number);
  }
}
