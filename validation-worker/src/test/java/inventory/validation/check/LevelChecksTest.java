package inventory.validation.check;

import static inventory.model.EventType.PRODUCT_ADDED;
import static inventory.model.EventType.PRODUCT_REMOVED;
import static inventory.model.EventType.QUANTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.Backoff;
import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.inbox.Upload;
import inventory.model.movement.OriginalRows;
import inventory.validation.domain.Check;
import inventory.validation.domain.Facts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.InMemoryLevels;
import inventory.validation.domain.LevelAudit;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.StoredLevel;
import inventory.validation.domain.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checks of levels, fed by an audit. */
class LevelChecksTest {

  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private static final StockKey BERLIN = new StockKey("Berlin", "a");
  private static final StockKey BREMEN = new StockKey("Bremen", "a");

  private final InMemoryLevels levels = new InMemoryLevels();
  private final LevelAudit audit =
      new LevelAudit(
          levels, new OriginalRows(id -> null, upload -> null), Backoff.NONE, () -> START);

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private void change(String fileId, int line, int minute, long units) {
    levels.apply(Facts.change(BERLIN, fileId, "name", line, at(minute), units));
  }

  private void count(String fileId, int minute, long units) {
    levels.apply(Facts.count(BERLIN, fileId, at(minute), units));
  }

  private void event(EventType type, int sequence, int minute, String name, long units) {
    levels.apply(Facts.event(BERLIN, type, sequence, at(minute), name, units));
  }

  /** Audits the levels, which is the proof of those that are right. */
  private List<Finding> findings(Check check) {
    List<Finding> findings = new ArrayList<>();
    for (String warehouse : levels.warehouses()) {
      for (List<StoredLevel> page : levels.pages(warehouse, "")) {
        page.forEach(
            level ->
                audit
                    .audit(level, false)
                    .ifPresent(
                        facts -> {
                          check.level(facts, findings::add);
                          audit.conclude(facts);
                        }));
        check.levels(page, findings::add);
      }
    }
    return findings;
  }

  private List<Integer> falls() {
    return findings(new NegativeLevel(id -> id)).stream().map(Finding::line).toList();
  }

  private static LevelMatchesMovements matches() {
    return new LevelMatchesMovements();
  }

  private static TwoNames twoNames() {
    return new TwoNames(id -> id);
  }

  @Test
  void aLevelThatMatchesItsMovementsHasNoFinding() {
    change("f1", 2, 1, 5);
    count("f2", 2, 12);
    change("f3", 2, 3, -4);

    assertThat(findings(matches())).isEmpty();
  }

  @Test
  void aWrongLevelIsReportedWithItsExpectedValueEveryNight() {
    change("f1", 2, 1, 5);
    levels.damage(BERLIN, 6);

    for (int night = 0; night < 2; night++) {
      assertThat(findings(matches()))
          .extracting(Finding::found, Finding::expected, Finding::warehouse, Finding::itemId)
          .containsExactly(tuple("a level of 6", "5, by its movements", "Berlin", "a"));
    }
  }

  @Test
  void aLevelThatWasDamagedAfterItsProofIsReportedWithItsNextMovement() {
    change("f1", 2, 1, 5);
    assertThat(findings(matches())).isEmpty();
    levels.damage(BERLIN, 7);
    change("f2", 2, 2, 1);

    assertThat(findings(matches()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("a level of 8", "6, by its movements"));
  }

  @Test
  void aLevelOfEventsWhoseUnitsWereAlteredIsFound() {
    event(PRODUCT_ADDED, 1, 1, "Laptop", 10);
    event(QUANTITY_CHANGED, 2, 2, "", -3);
    levels.damage(BERLIN, 8);

    assertThat(findings(matches()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("a level of 8", "7, by its movements"));
  }

  @Test
  void anItemThatIsOffTheListContraryToItsEventsIsFound() {
    event(PRODUCT_ADDED, 1, 1, "Laptop", 0);
    levels.list(BERLIN, true);

    assertThat(findings(matches()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("an item off the list", "on the list, by its events"));
  }

  @Test
  void anItemThatIsOnTheListContraryToItsEventsIsFoundEvenAfterAChange() {
    event(PRODUCT_ADDED, 1, 1, "Laptop", 10);
    event(PRODUCT_REMOVED, 2, 2, "", 0);
    assertThat(findings(matches())).isEmpty();
    event(QUANTITY_CHANGED, 3, 3, "", 4);
    levels.list(BERLIN, false);

    assertThat(findings(matches()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("an item on the list", "off the list, by its events"));
  }

  @Test
  void eventsAtOneTimeAreAppliedInTheOrderOfTheStream() {
    event(PRODUCT_ADDED, 8, 1, "Laptop", 100);
    event(PRODUCT_REMOVED, 9, 1, "", 0);
    assertThat(findings(matches())).isEmpty();
    event(PRODUCT_ADDED, 10, 1, "Laptop", 7);

    assertThat(findings(matches())).isEmpty();
  }

  @Test
  void aFileCountAtTheTimeOfAnEventIncludesItsChange() {
    event(QUANTITY_CHANGED, 1, 1, "", 7);
    assertThat(findings(matches())).isEmpty();
    count("f1", 1, 5);

    assertThat(findings(matches())).isEmpty();
  }

  @Test
  void onlyTheMovementThatTakesALevelBelowZeroIsReported() {
    change("f0", 2, 0, 3);
    change("f1", 7, 1, -5);
    change("f2", 8, 2, -1);
    change("f3", 9, 3, 10);
    change("f4", 10, 4, -8);

    assertThat(falls()).containsExactly(7, 10);
  }

  @Test
  void aMovementThatWasThereBeforeIsNotReportedAgain() {
    change("f0", 7, 1, -5);
    assertThat(falls()).containsExactly(7);
    change("f1", 8, 2, 9);

    assertThat(falls()).isEmpty();
  }

  @Test
  void aLateFileCountsToo() {
    change("f1", 7, 5, -5);
    change("late", 2, 1, 5);

    assertThat(falls()).isEmpty();
  }

  @Test
  void aLateFileThatTakesALaterLevelBelowZeroIsReported() {
    change("f1", 7, 5, 5);
    change("f2", 8, 6, -5);
    assertThat(falls()).isEmpty();
    change("late", 2, 1, -1);

    assertThat(falls()).containsExactly(2, 8);
  }

  @Test
  void aCountReplacesEarlierChanges() {
    change("f0", 2, 0, 100);
    count("f1", 1, 2);
    change("f2", 7, 2, -3);

    assertThat(falls()).containsExactly(7);
  }

  @Test
  void anEventThatTakesALevelBelowZeroIsReportedWithoutAFile() {
    event(QUANTITY_CHANGED, 1, 1, "", -2);

    assertThat(findings(new NegativeLevel(id -> id)))
        .extracting(Finding::file, Finding::line, Finding::found)
        .containsExactly(tuple("", 0, "a level of -2 after the event of 2026-11-20T08:01:00Z"));
  }

  @Test
  void aNewNameIsReportedTheSameWayAfterACrash() {
    levels.apply(Facts.change(BERLIN, "f1", "Cup", 2, at(1), 1));
    assertThat(findings(twoNames())).isEmpty();
    levels.apply(Facts.change(BERLIN, "f2", "Mug", 3, at(2), 1));
    LevelFacts facts = audit.audit(levels.find(BERLIN).orElseThrow(), false).orElseThrow();
    Upload upload = new Upload("f2", "1", true, 10, START);
    FileRecord file =
        new FileRecord(
            upload, FileStatus.APPLIED, FileKind.TRANSACTIONS, 1, 0, "", Optional.empty(), false);
    TwoNames alive = twoNames();
    for (String name : List.of("Cup", "Mug")) {
      Row row = new Row(name.equals("Cup") ? 2 : 3, BERLIN, name, at(2), 1);
      alive.transaction(new Transaction(file, row, Optional.empty()), any -> {});
    }
    List<Finding> found = new ArrayList<>();
    List<Finding> again = new ArrayList<>();

    alive.level(facts, found::add);
    twoNames().level(facts, again::add);

    assertThat(found).hasSize(1).isEqualTo(again);
  }

  @Test
  void allChecksShareOneReadingOfALevel() {
    change("f1", 2, 1, 5);
    change("f2", 2, 2, -9);
    List<String> readings = new ArrayList<>();
    levels.beforeEachCall(
        call -> {
          if (call.startsWith("movements")) {
            readings.add(call);
          }
        });
    List<Check> checks =
        List.of(matches(), new NegativeLevel(id -> id), twoNames(), new ClosingMatchesMovements());
    List<Finding> found = new ArrayList<>();

    LevelFacts facts = audit.audit(levels.find(BERLIN).orElseThrow(), true).orElseThrow();
    checks.forEach(check -> check.level(facts, found::add));

    assertThat(readings).hasSize(1);
    assertThat(found).extracting(Finding::check).containsExactly("negative-level");
  }

  @Test
  void anItemWithANewNameIsReportedOnce() {
    levels.apply(Facts.change(BERLIN, "f1", "Tea", 2, at(1), 1));
    assertThat(findings(twoNames())).isEmpty();
    levels.apply(Facts.change(BERLIN, "f2", "Coffee", 5, at(2), 1));
    levels.apply(Facts.change(BERLIN, "f3", "Coffee", 6, at(3), 1));
    count("f4", 4, 3);

    assertThat(findings(twoNames()))
        .extracting(Finding::file, Finding::line, Finding::found, Finding::expected)
        .containsExactly(tuple("f2", 5, "\"Coffee\"", "\"Tea\", its known name"));
    change("f5", 7, 5, 1);
    levels.apply(Facts.change(BERLIN, "f6", "Coffee", 5, at(6), 1));
    assertThat(findings(twoNames())).extracting(Finding::file).containsExactly("f5");
  }

  @Test
  void anItemWithTwoNamesInTwoWarehousesIsReportedForTheSecond() {
    levels.apply(Facts.change(BREMEN, "f2", "Coffee", 3, at(1), 1));
    levels.apply(Facts.change(BERLIN, "f1", "Tea", 2, at(2), 1));

    assertThat(findings(twoNames()))
        .extracting(Finding::file, Finding::warehouse)
        .containsExactly(tuple("f2", "Bremen"));
    assertThat(findings(twoNames())).isEmpty();
  }

  @Test
  void anEventWithoutANameIsNotASecondName() {
    change("f1", 2, 1, 1);
    event(QUANTITY_CHANGED, 1, 2, "", 4);
    event(PRODUCT_REMOVED, 2, 3, "", 0);
    change("f2", 2, 4, 1);

    assertThat(findings(twoNames())).isEmpty();
  }

  @Test
  void aRowIsComparedWithTheNameFromAnEvent() {
    event(PRODUCT_ADDED, 1, 1, "Laptop", 4);
    change("f1", 2, 2, 1);

    assertThat(findings(twoNames()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("\"name\"", "\"Laptop\", its known name"));
  }
}
