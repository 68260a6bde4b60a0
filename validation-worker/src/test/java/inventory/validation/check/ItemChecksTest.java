package inventory.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.movement.Movement.Kind;
import inventory.model.movement.PackedRows;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemChecksTest {

  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static List<Finding> findings(Check check, ItemFacts item) {
    List<Finding> findings = new ArrayList<>();
    check.item(item, findings::add);
    return findings;
  }

  private static List<Integer> fallsIn(KnownLevel level) {
    return findings(new NegativeLevel(), level.item()).stream().map(Finding::line).toList();
  }

  @Test
  void aLevelThatMatchesItsMovementsHasNoFinding() {
    KnownLevel level =
        new KnownLevel("Berlin", "a")
            .change("f1", 2, at(1), 5)
            .count("f2", at(2), 12)
            .change("f3", 2, at(3), -4)
            .at(8);

    assertThat(findings(new LevelMatchesMovements(), level.item())).isEmpty();
  }

  @Test
  void aWrongLevelIsReportedWithItsExpectedValue() {
    KnownLevel level = new KnownLevel("Berlin", "a").change("f1", 2, at(1), 5).at(6);

    assertThat(findings(new LevelMatchesMovements(), level.item()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.found()).isEqualTo("a level of 6");
              assertThat(finding.expected()).isEqualTo("5, by its movements");
              assertThat(finding.warehouse()).isEqualTo("Berlin");
              assertThat(finding.itemId()).isEqualTo("a");
            });
  }

  @Test
  void aLevelThatIsWrittenMeanwhileIsReadAgain() {
    KnownLevel level = new KnownLevel("Berlin", "a").change("f1", 2, at(1), 5).at(4).thenAt(5);

    assertThat(findings(new LevelMatchesMovements(), level.item())).isEmpty();
  }

  @Test
  void onlyTheRowThatTakesALevelBelowZeroIsReported() {
    KnownLevel level =
        new KnownLevel("Berlin", "a")
            .change("f0", 2, at(0), 3)
            .change("run1", 7, at(1), -5)
            .change("run2", 8, at(2), -1)
            .change("run3", 9, at(3), 10)
            .change("run4", 10, at(4), -8);

    assertThat(fallsIn(level)).containsExactly(7, 10);
  }

  @Test
  void aRowOfAnotherRunIsNotReportedAgain() {
    KnownLevel level =
        new KnownLevel("Berlin", "a").change("f0", 7, at(1), -5).change("run1", 8, at(2), 9);

    assertThat(fallsIn(level)).isEmpty();
  }

  @Test
  void aLateFileCountsToo() {
    KnownLevel level =
        new KnownLevel("Berlin", "a").change("run1", 7, at(5), -5).change("late", 2, at(1), 5);

    assertThat(fallsIn(level)).isEmpty();
  }

  @Test
  void aCountReplacesEarlierChanges() {
    KnownLevel level =
        new KnownLevel("Berlin", "a")
            .change("f0", 2, at(0), 100)
            .count("f1", at(1), 2)
            .change("run1", 7, at(2), -3);

    assertThat(fallsIn(level)).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theFallsOfARandomTimelineAreThoseOfAReplay(long seed) {
    Random random = new Random(seed);
    KnownLevel level = new KnownLevel("Berlin", "a");
    List<Replay.Fact> facts = new ArrayList<>();
    int line = 2;
    for (int file = 0; file < 40; file++) {
      boolean isRun = random.nextBoolean();
      String id = (isRun ? "run" : "old") + file;
      if (random.nextInt(8) == 0) {
        // No two facts have the same time here, so their order is unambiguous.
        Instant time = START.plusNanos(random.nextInt(1_000_000) * 1_000L + line);
        long units = random.nextInt(20);
        level.count(id, time, units);
        facts.add(new Replay.Fact(time, line++, true, units, false));
        continue;
      }
      List<PackedRows.Row> rows = new ArrayList<>();
      for (int row = 0; row <= random.nextInt(6); row++) {
        Instant time = START.plusNanos(random.nextInt(1_000_000) * 1_000L + line);
        long units = random.nextInt(21) - 10L;
        rows.add(new PackedRows.Row(line, time, units));
        facts.add(new Replay.Fact(time, line++, false, units, isRun));
      }
      level.file(Kind.CHANGE, id, "name", rows);
    }

    List<Integer> expected = Replay.falls(facts);

    assertThat(expected).isNotEmpty();
    assertThat(fallsIn(level)).containsExactlyElementsOf(expected);
  }

  /** The result of applying the facts one by one in the order of time. */
  private static final class Replay {

    private record Fact(Instant time, int line, boolean isCount, long units, boolean isOfRun) {}

    static List<Integer> falls(List<Fact> facts) {
      List<Integer> falls = new ArrayList<>();
      long level = 0;
      for (Fact fact : facts.stream().sorted(Comparator.comparing(Fact::time)).toList()) {
        long before = level;
        level = fact.isCount() ? fact.units() : level + fact.units();
        if (fact.isOfRun() && level < 0 && before >= 0) {
          falls.add(fact.line());
        }
      }
      return falls;
    }
  }

  @Test
  void anItemWithANewNameIsReportedOnce() {
    List<PackedRows.Row> row = List.of(new PackedRows.Row(5, at(2), 1));
    KnownLevel level =
        new KnownLevel("Berlin", "a")
            .file(Kind.CHANGE, "f1", "Tea", List.of(new PackedRows.Row(2, at(1), 1)))
            .file(Kind.CHANGE, "run1", "Coffee", row)
            .file(Kind.CHANGE, "run2", "Coffee", List.of(new PackedRows.Row(6, at(3), 1)))
            .count("run3", at(4), 3);

    assertThat(findings(new TwoNames(), level.item()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo("run1");
              assertThat(finding.line()).isEqualTo(5);
              assertThat(finding.found()).isEqualTo("\"Coffee\"");
              assertThat(finding.expected()).isEqualTo("\"Tea\", its known name");
            });
  }

  @Test
  void anItemWithTwoNamesInTwoWarehousesIsReported() {
    KnownLevel berlin =
        new KnownLevel("Berlin", "a")
            .file(Kind.CHANGE, "run1", "Tea", List.of(new PackedRows.Row(2, at(1), 1)));
    KnownLevel bremen =
        new KnownLevel("Bremen", "a")
            .file(Kind.CHANGE, "run2", "Coffee", List.of(new PackedRows.Row(3, at(2), 1)));

    assertThat(findings(new TwoNames(), new ItemFacts("a", List.of(bremen, berlin))))
        .extracting(Finding::file, Finding::warehouse)
        .containsExactly(tuple("run2", "Bremen"));
  }
}
