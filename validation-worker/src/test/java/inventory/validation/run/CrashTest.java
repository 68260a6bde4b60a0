package inventory.validation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.FileStatus;
import inventory.model.RunState;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.World.Crash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrashTest {

  private static final int CHECKPOINT = 3;

  private final List<String> journal = new ArrayList<>();

  /** Finds every row whose item begins with "bad", and every second item. */
  private final Check check =
      new Check("test", Severity.SUSPECT) {
        @Override
        public void transaction(Transaction transaction, Report report) {
          journal.add(transaction.file().upload().key() + ":" + transaction.row().line());
          if (transaction.row().key().itemId().startsWith("bad")) {
            report.add(transaction.finding(this, "bad", "good"));
          }
          if (transaction.row().key().itemId().equals("broken")) {
            throw new IllegalStateException("a check that breaks down");
          }
        }

        @Override
        public void level(LevelFacts facts, Report report) {
          String item = facts.level().key().itemId();
          if (item.equals("item-1") || item.equals("item-3")) {
            report.add(Finding.ofRun(this, item, ""));
          }
        }
      };

  private static World world() {
    World world = new World();
    world.arrive("a.csv", FileStatus.APPLIED, rows("a", 10));
    world.arrive("b.csv", FileStatus.APPLIED, rows("b", 4));
    world.arrive("held.csv", FileStatus.HELD, rows("h", 4));
    world.queue.add("poison");
    world.arrive("none.csv", FileStatus.APPLIED, "what is this?\n");
    world.arrive("c.csv", FileStatus.APPLIED, rows("c", 7));
    world.failures.put("movements of item-2", new IllegalStateException("its original is gone"));
    return world;
  }

  private static String rows(String prefix, int rows) {
    StringBuilder text = new StringBuilder("store,item,count\n");
    for (int row = 0; row < rows; row++) {
      text.append("Berlin,%s%s%d,1\n".formatted(row % 4 == 1 ? "bad" : "", prefix, row));
    }
    return text.toString();
  }

  private Validation.Result run(World world) {
    try {
      return world.validation(List.of(check), CHECKPOINT).run("holder");
    } catch (LeaseHeldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String findings(World world) {
    return world.objects.get("validation/2026-11-21/findings.csv");
  }

  private static String withoutIds(String list) {
    return list.replaceAll("(?m),[0-9a-f]{16}$", ",*");
  }

  @Test
  void anUninterruptedRunFindsAllDefects() {
    World world = world();

    assertThat(run(world)).isEqualTo(Validation.Result.FINDINGS);

    assertThat(withoutIds(findings(world)))
        .isEqualTo(
            """
            state,file,line,check,found,expected,warehouse,itemId,id
            new,a.csv,3,test,bad,good,Berlin,bada1,*
            new,a.csv,7,test,bad,good,Berlin,bada5,*
            new,a.csv,11,test,bad,good,Berlin,bada9,*
            new,b.csv,3,test,bad,good,Berlin,badb1,*
            new,,,message,a message moved to the dead-letter queue because it is not the JSON of an arrived file: poison,the name of a file that arrived,,,*
            new,none.csv,,unreadable,"unknown header ""what is this?"": expected the columns Timestamp, WarehouseName, ItemId, ItemName, StockLevelChange or store, item, count, separated by tab, comma or semicolon",APPLIED: 0 rows applied,,,*
            new,c.csv,3,test,bad,good,Berlin,badc1,*
            new,c.csv,7,test,bad,good,Berlin,badc5,*
            new,,,test,item-1,,,,*
            new,,,unchecked,it could not be checked: its original is gone,a check that completes,Berlin,item-2,*
            new,,,test,item-3,,,,*
            """);
    assertThat(world.queue).isEmpty();
    assertThat(world.deadLetters).containsExactly("poison");
    assertThat(world.reported).containsExactly("COMPLETED 1");
  }

  @Test
  void aCrashAtAnyMomentDoesNotChangeTheResult() {
    World calm = world();
    run(calm);
    List<String> calmJournal = List.copyOf(journal);
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      journal.clear();
      World world = world();
      world.crashAt(moment);
      crashed = crashes(world);
      if (crashed) {
        run(world);
      }

      assertThat(findings(world)).as("moment %s", moment).isEqualTo(findings(calm));
      assertThat(world.runs.checkedFiles).isEqualTo(calm.runs.checkedFiles);
      assertThat(world.queue).isEmpty();
      assertThat(world.deadLetters).containsExactly("poison");
      assertThat(world.reported).containsExactly("COMPLETED 1");
      assertThat(lastRun(world).reached()).isEqualTo(lastRun(calm).reached());
      assertThat(lastRun(world).findings()).isEqualTo(lastRun(calm).findings());
      assertThat(lastRun(world).state()).isEqualTo(RunState.COMPLETED);
      assertEachCheckedOnceOrInOneIntervalMore(calmJournal);
    }
    assertThat(moment).as("moments at which the process can die").isGreaterThan(60);
  }

  private boolean crashes(World world) {
    try {
      run(world);
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      world.crashAt(Integer.MAX_VALUE);
    }
  }

  /** The run of the files; after a crash behind its end another run begins, with nothing to do. */
  private static InMemoryRuns.Written lastRun(World world) {
    return world.runs.records.values().iterator().next();
  }

  private void assertEachCheckedOnceOrInOneIntervalMore(List<String> calmJournal) {
    Map<String, Integer> times = new HashMap<>();
    journal.forEach(entry -> times.merge(entry, 1, Integer::sum));
    assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(calmJournal);
    assertThat(journal.size() - calmJournal.size()).isLessThanOrEqualTo(CHECKPOINT + 1);
  }

  @Test
  void aCheckThatFailsOnAFileIsReportedAndOtherFilesAreChecked() {
    World world = new World();
    world.arrive("a.csv", FileStatus.APPLIED, "store,item,count\nBerlin,broken,1\n");
    world.arrive("b.csv", FileStatus.APPLIED, rows("b", 3));

    assertThat(run(world)).isEqualTo(Validation.Result.FINDINGS);

    assertThat(findings(world)).contains("a.csv,,unchecked,it could not be checked: ");
    assertThat(findings(world)).contains("b.csv,3,test,bad");
    assertThat(world.runs.checkedFiles).containsExactly("a.csv", "b.csv");
  }

  @Test
  void aFailingStoreEndsTheRunAndTheNextStartResumesIt() {
    World world = world();
    world.crashAt(15);
    assertThatThrownBy(() -> run(world)).isInstanceOf(Crash.class);
    world.crashAt(Integer.MAX_VALUE);

    run(world);

    assertThat(world.runs.records).hasSize(1);
    assertThat(lastRun(world).state()).isEqualTo(RunState.COMPLETED);
  }
}
