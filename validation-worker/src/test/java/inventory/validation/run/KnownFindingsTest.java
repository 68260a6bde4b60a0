package inventory.validation.run;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileStatus;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.StoredLevel;
import inventory.validation.domain.Transaction;
import inventory.validation.run.InMemoryRuns.Written;
import inventory.validation.run.Runs.LeaseHeldException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** People see what is new first, and not again what they have accepted. */
class KnownFindingsTest {

  private final World world = new World();
  private final Map<String, String> bad = new TreeMap<>();

  /** Finds the bad items among all levels, changed or not. */
  private final Check check =
      new Check("test", Severity.SUSPECT) {
        @Override
        public void levels(List<StoredLevel> levels, Report report) {
          // The levels come one at a time.
          if (levels.get(0).key().itemId().equals("item-0")) {
            bad.forEach(
                (item, found) -> report.add(Finding.ofStock(this, "Berlin", item, found, "good")));
          }
        }
      };

  private Validation.Result night() {
    return night(check);
  }

  private Validation.Result night(Check only) {
    try {
      return world.validation(List.of(only), 1_000).run("holder");
    } catch (LeaseHeldException e) {
      throw new IllegalStateException(e);
    }
  }

  private Written lastRun() {
    return new ArrayList<>(world.runs.records.values()).get(world.runs.records.size() - 1);
  }

  /** State, item and value of each line of the last list. */
  private List<String> list() {
    return world.objects.get(lastRun().findingsKey()).lines().skip(1).map(this::shown).toList();
  }

  private String shown(String line) {
    String[] cells = line.split(",", -1);
    return cells[0] + " " + cells[7] + " " + cells[4];
  }

  private String idOf(String item) {
    return world
        .objects
        .get(lastRun().findingsKey())
        .lines()
        .filter(line -> line.contains("," + item + ","))
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findingsThatTheLastRunDidNotHaveComeFirst() {
    bad.put("a", "7");
    bad.put("b", "8");
    night();
    assertThat(list()).containsExactly("new a 7", "new b 8");

    bad.put("c", "9");
    night();

    assertThat(list()).containsExactly("new c 9", "known a 7", "known b 8");
    assertThat(lastRun().found().findings()).containsEntry("test", 3L);
    assertThat(lastRun().found().newFindings()).containsEntry("test", 1L);
    assertThat(lastRun().found().worst().get(0).finding().itemId()).isEqualTo("c");
  }

  @Test
  void aDifferenceThatGrewIsNew() {
    bad.put("a", "7");
    night();
    bad.put("a", "70");

    night();

    assertThat(list()).containsExactly("new a 70");
  }

  @Test
  void anAcceptedFindingDoesNotCountAsLongAsItsValuesStay() {
    bad.put("a", "7");
    night();
    world.runs.accepted.add(idOf("a"));

    assertThat(night()).isEqualTo(Validation.Result.ALL_WELL);
    assertThat(list()).containsExactly("accepted a 7");
    assertThat(lastRun().found().findings()).isEmpty();
    assertThat(lastRun().found().accepted()).isEqualTo(1);
    assertThat(lastRun().found().worst()).isEmpty();

    bad.put("a", "70");
    assertThat(night()).isEqualTo(Validation.Result.FINDINGS);
    assertThat(list()).containsExactly("new a 70");
  }

  @Test
  void afterAnAcceptanceHasEndedTheFindingIsKnown() {
    bad.put("a", "7");
    night();
    world.runs.accepted.add(idOf("a"));
    night();
    world.runs.accepted.clear();

    assertThat(night()).isEqualTo(Validation.Result.FINDINGS);
    assertThat(list()).containsExactly("known a 7");
  }

  @Test
  void knownFindingsLeaveRoomForNewOnesAndAreKnownWithoutBeingListed() {
    for (int i = 0; i < 25; i++) {
      bad.put("item-%02d".formatted(i), "7");
    }
    night();
    assertThat(list()).hasSize(11).contains("new  15 more");
    bad.put("zebra", "7");

    night();

    assertThat(list())
        .hasSize(12)
        .startsWith("new zebra 7", "known item-00 7")
        .endsWith("known  15 more");
    assertThat(lastRun().found().newFindings()).containsEntry("test", 1L);
  }

  @Test
  void filesThatCannotBeReachedBeforeTheNextStartAreItsFirst() {
    for (String name : List.of("a.csv", "b.csv", "c.csv")) {
      world.arrive(name, FileStatus.APPLIED, "store,item,count\nBerlin,x,1\n");
    }
    Check slow =
        new Check("slow", Severity.SUSPECT) {
          @Override
          public void transaction(Transaction transaction, Report report) {
            world.wait(Duration.ofHours(12));
          }
        };

    night(slow);
    assertThat(world.runs.checkedFiles).containsExactly("a.csv", "b.csv");
    assertThat(world.objects.get(lastRun().findingsKey()))
        .contains("unfinished,files not reached within 23 hours: about 1,")
        .doesNotContain("message");

    night(slow);
    assertThat(world.runs.checkedFiles).containsExactly("a.csv", "b.csv", "c.csv");
  }
}
