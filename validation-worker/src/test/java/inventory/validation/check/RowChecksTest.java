package inventory.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.inbox.Upload;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Transaction;
import inventory.validation.domain.Warehouses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowChecksTest {

  private static final Instant ARRIVED = Instant.parse("2026-11-20T08:00:00Z");

  private final Remembered remembered = new Remembered();

  private static Row row(int line, String warehouse, Instant time, long units) {
    return new Row(line, new StockKey(warehouse, "a"), "name", time, units);
  }

  private static Transaction transaction(FileKind kind, Optional<Row> previous, Row row) {
    Upload upload = new Upload("f.csv", "1", true, 10, ARRIVED);
    FileRecord file =
        new FileRecord(upload, FileStatus.APPLIED, kind, 1, 0, "", Optional.empty(), false);
    return new Transaction(file, row, previous);
  }

  private static List<Finding> findings(Check check, Transaction... transactions) {
    List<Finding> findings = new ArrayList<>();
    for (Transaction transaction : transactions) {
      check.transaction(transaction, findings::add);
    }
    return findings;
  }

  private static Transaction first(Row row) {
    return transaction(FileKind.TRANSACTIONS, Optional.empty(), row);
  }

  private static Transaction named(int line, String name) {
    return first(new Row(line, new StockKey("Berlin", "a"), name, ARRIVED, 1));
  }

  @Test
  void aSecondNameIsReportedOnceForAFileWhereverAProcessEnds() {
    TwoNames check = new TwoNames(id -> id);
    assertThat(findings(check, named(2, "Cup"), named(3, "Mug"), named(4, "Mug")))
        .extracting(Finding::line, Finding::found, Finding::expected)
        .containsExactly(tuple(3, "\"Mug\"", "\"Cup\", as in line 2"));

    TwoNames resumed = new TwoNames(id -> id);
    resumed.readPast(named(2, "Cup"));
    resumed.readPast(named(3, "Mug"));
    assertThat(findings(resumed, named(4, "Mug"), named(5, "Cup"))).isEmpty();
  }

  @Test
  void namesThatDifferInEachRowAreRememberedUpToABound() {
    TwoNames check = new TwoNames(id -> id);
    AtomicInteger found = new AtomicInteger();
    for (int line = 2; line < 200_000; line++) {
      check.transaction(named(line, "Sticker, batch " + line), any -> found.incrementAndGet());
    }

    assertThat(found).hasValue(50_000);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20T08:05:00Z, 0", "2026-11-20T08:05:00.000000001Z, 1"})
  void aRowMayBeFiveMinutesAheadOfItsFile(Instant time, int found) {
    assertThat(findings(new FutureTimestamp(), first(row(2, "Berlin", time, 1)))).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-10T08:00:00Z, 0", "2026-11-10T07:59:59.999999999Z, 1"})
  void aRowMayBeAsOldAsTheSettingAllows(Instant time, int found) {
    assertThat(findings(new OldTimestamp(10), first(row(2, "Berlin", time, 1)))).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20T07:00:00Z, 0", "2026-11-20T06:59:59.999999999Z, 1"})
  void aRowMustNotBeEarlierThanThePreviousOne(Instant time, int found) {
    Row previous = row(2, "Berlin", Instant.parse("2026-11-20T07:00:00Z"), 1);
    Transaction transaction =
        transaction(FileKind.TRANSACTIONS, Optional.of(previous), row(3, "Berlin", time, 1));

    assertThat(findings(new BackwardsTimestamp(), transaction)).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({"TRANSACTIONS, 0, 1", "TRANSACTIONS, 1, 0", "COUNT, 0, 0"})
  void aChangeOfZeroIsReportedButACountOfZeroIsAFact(FileKind kind, long units, int found) {
    Transaction transaction = transaction(kind, Optional.empty(), row(2, "Berlin", ARRIVED, units));

    assertThat(findings(new ZeroChange(), transaction)).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({
    "Berlin 1, BERLIN 1, 1",
    "Berlin 1, Berlin  1, 1",
    "Berlin 1, Berlin-01, 1",
    "Köln, Koln, 1",
    "Berlin 1, Berlin 2, 0",
    "Berlin 1, Berlin 10, 0",
    "Berlin 10, Berlin 1, 0",
    "Store A, Store B, 0"
  })
  void aNewWarehouseIsComparedWithTheKnownOnes(String known, String other, int found) {
    SimilarWarehouse check = new SimilarWarehouse(remembered);

    List<Finding> findings =
        findings(
            check,
            first(row(2, known, ARRIVED, 1)),
            first(row(3, other, ARRIVED, 1)),
            first(row(4, other, ARRIVED, 1)));

    assertThat(findings).extracting(Finding::line).hasSize(found).allMatch(line -> line == 3);
  }

  @Test
  void afterACrashANewWarehouseIsReportedAgain() {
    Transaction[] rows = {
      first(row(2, "Berlin 1", ARRIVED, 1)), first(row(3, "BERLIN 1", ARRIVED, 1))
    };
    List<Finding> before = findings(new SimilarWarehouse(remembered), rows);

    assertThat(findings(new SimilarWarehouse(remembered), rows)).isEqualTo(before).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 0", "2, 8, 1", "2, 7, 0"})
  void aWarehouseThatReportedOnSevenDaysIsMissing(int firstDay, int lastDay, int found) {
    LocalDate today = LocalDate.parse("2026-11-21");
    Set<LocalDate> days =
        IntStream.rangeClosed(firstDay, lastDay)
            .mapToObj(today::minusDays)
            .collect(Collectors.toSet());
    RunFacts run =
        new RunFacts(
            Instant.parse("2026-11-21T03:00:00Z"),
            Optional.empty(),
            List.of(new RunFacts.Warehouse("Berlin", days)));
    List<Finding> findings = new ArrayList<>();

    new MissingFile().run(run, findings::add);

    assertThat(findings).hasSize(found);
  }

  @Test
  void eachDaySinceTheLastRunIsLookedAt() {
    LocalDate today = LocalDate.parse("2026-11-21");
    Set<LocalDate> days =
        IntStream.rangeClosed(3, 10).mapToObj(today::minusDays).collect(Collectors.toSet());
    RunFacts run =
        new RunFacts(
            Instant.parse("2026-11-21T03:00:00Z"),
            Optional.of(Instant.parse("2026-11-19T03:00:00Z")),
            List.of(new RunFacts.Warehouse("Berlin", days)));
    List<Finding> findings = new ArrayList<>();

    new MissingFile().run(run, findings::add);

    assertThat(findings)
        .extracting(Finding::found)
        .containsExactly("no file of 2026-11-19 that was checked");
  }

  private static final class Remembered implements Warehouses {

    private final Map<String, FirstSighting> sights = new HashMap<>();

    @Override
    public Map<String, FirstSighting> firstSightings() {
      return Map.copyOf(sights);
    }

    @Override
    public void recordFirstSighting(String warehouse, FirstSighting sight) {
      sights.putIfAbsent(warehouse, sight);
    }

    @Override
    public void recordReport(Set<String> warehouses, LocalDate day) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> names() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RunFacts.Warehouse> all() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void deleteReportsBefore(LocalDate day) {
      throw new UnsupportedOperationException();
    }
  }
}
