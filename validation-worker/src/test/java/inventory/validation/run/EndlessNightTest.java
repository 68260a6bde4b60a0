package inventory.validation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.FileStatus;
import inventory.model.RunState;
import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.World.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in its way, a run ends, and later files are checked. */
class EndlessNightTest {

  private static final String ROW = "store,item,count\nBerlin,x,1\n";

  private final World world = new World();

  private Validation.Result run() {
    return run(List.of());
  }

  private Validation.Result run(List<Check> checks) {
    try {
      return world.validation(checks, 3).run("holder");
    } catch (LeaseHeldException e) {
      throw new IllegalStateException(e);
    }
  }

  private String findings() {
    return world.objects.get("validation/2026-11-21/findings.csv");
  }

  @Test
  void aLevelAtWhichThreeRunsFailedIsLeftOutAndNewFilesAreCheckedMeanwhile() {
    world.failures.put("movements of item-2", new Outage());
    for (String night : List.of("monday", "tuesday", "wednesday")) {
      world.arrive(night + ".csv", FileStatus.APPLIED, ROW);

      assertThatThrownBy(this::run).isInstanceOf(Outage.class);
      assertThat(world.runs.checkedFiles).endsWith(night + ".csv");
    }
    world.arrive("thursday.csv", FileStatus.APPLIED, ROW);

    assertThat(run()).isEqualTo(Validation.Result.FINDINGS);
    assertThat(findings())
        .contains("unchecked,it could not be checked: 3 processes ended while they checked it")
        .containsPattern(",Berlin,item-2,[0-9a-f]{16}\n");
    assertThat(findings().lines()).hasSize(2);
    assertThat(world.runs.checkedFiles).hasSize(4);
    assertThat(world.levels.find(World.ITEM_4).orElseThrow().isProved()).isTrue();
  }

  @Test
  void aFileAtWhichThreeRunsFailedIsLeftOut() {
    world.arrive("bad.csv", FileStatus.APPLIED, ROW);
    world.failures.put("original of bad.csv", new Outage());
    for (int night = 0; night < 3; night++) {
      assertThatThrownBy(this::run).isInstanceOf(Outage.class);
    }
    world.arrive("good.csv", FileStatus.APPLIED, ROW);

    assertThat(run()).isEqualTo(Validation.Result.FINDINGS);

    assertThat(findings()).contains("bad.csv,,unchecked,3 processes ended while they checked it,");
    assertThat(world.runs.checkedFiles).containsExactly("bad.csv", "good.csv");
  }

  @Test
  void anErrorThatBlamesOneOriginalIsOneFinding() {
    world.failures.put("movements of item-2", new IllegalStateException("403, access denied"));

    assertThat(run()).isEqualTo(Validation.Result.FINDINGS);

    assertThat(findings()).contains("unchecked,\"it could not be checked: 403, access denied\"");
    assertThat(findings().lines()).hasSize(2);
  }

  @Test
  void anOutageIsWaitedForWithinTheSameProcess() {
    world.arrive("a.csv", FileStatus.APPLIED, ROW);
    Instant start = world.now();
    world.outageUntil(start.plus(Duration.ofMinutes(100)));

    assertThat(run()).isEqualTo(Validation.Result.ALL_WELL);

    assertThat(world.runs.records).hasSize(1);
    assertThat(world.runs.checkedFiles).containsExactly("a.csv");
    assertThat(world.now()).isBefore(start.plus(Duration.ofHours(2)));
  }

  @Test
  void afterTwoHoursOfAnOutageTheRunFails() {
    world.arrive("a.csv", FileStatus.APPLIED, ROW);
    run();
    world.failures.put("pages", new Outage());
    Instant start = world.now();

    assertThatThrownBy(this::run).isInstanceOf(Outage.class);

    assertThat(world.now())
        .isBetween(start.plus(Duration.ofMinutes(90)), start.plus(Duration.ofMinutes(121)));
    assertThat(world.runs.records.values())
        .extracting(InMemoryRuns.Written::state)
        .containsExactly(RunState.COMPLETED, RunState.FAILED);
  }

  @Test
  void manyFilesThatAreNotFinishedCostOnePatience() {
    for (int i = 0; i < 144; i++) {
      world.arrive("stuck-" + i + ".csv", FileStatus.RECEIVED, ROW);
    }
    world.arrive("good.csv", FileStatus.APPLIED, ROW);
    Instant start = world.now();

    assertThat(run()).isEqualTo(Validation.Result.FINDINGS);

    assertThat(world.now()).isBefore(start.plus(World.PATIENCE.multipliedBy(3)));
    assertThat(findings().lines()).hasSize(145);
    assertThat(world.runs.checkedFiles).containsExactly("good.csv");
    assertThat(world.queue).hasSize(144);
  }

  @Test
  void aFileWhoseMessageWasLostIsCheckedAndReported() {
    world.arrive("lost.csv", FileStatus.APPLIED, ROW);
    world.queue.clear();
    world.wait(Duration.ofHours(1));

    assertThat(run()).isEqualTo(Validation.Result.FINDINGS);

    assertThat(findings()).contains("lost.csv,,message,no message named it for the validation");
    assertThat(world.runs.checkedFiles).containsExactly("lost.csv");
    assertThat(run()).isEqualTo(Validation.Result.ALL_WELL);
  }

  @Test
  void ofManyFindingsOfACheckInAFileTheFirstTenAreListedAndTheOthersCounted() {
    StringBuilder rows = new StringBuilder("store,item,count\n");
    for (int row = 0; row < 25; row++) {
      rows.append("Berlin,=item%d,1%n".formatted(row));
    }
    world.arrive("a.csv", FileStatus.APPLIED, rows.toString());
    Check all =
        new Check("every-row", Severity.SUSPECT) {
          @Override
          public void transaction(Transaction transaction, Report report) {
            report.add(transaction.finding(this, "a row", "no row"));
          }
        };

    run(List.of(all));

    assertThat(findings().lines().filter(line -> line.contains("every-row"))).hasSize(11);
    assertThat(findings())
        .containsPattern("new,a.csv,11,every-row,a row,no row,Berlin,'=item9,[0-9a-f]{16}\n")
        .contains("new,a.csv,,every-row,15 more,the first 10 are listed,,,\n");
    assertThat(world.runs.records.values().iterator().next().findings())
        .containsEntry("every-row", 25L);
  }
}
