package inventory.launcher.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpectedLevelsTest {

  private static final StockKey KEY = new StockKey("ONLINE", "P1");
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  private final ExpectedLevels levels = new ExpectedLevels();

  @Test
  void aRemovalSetsTheLevelToZeroAndALaterAdditionCounts() {
    levels.added(KEY, NOON, 10);
    levels.changedByEvent(KEY, NOON.plusSeconds(1), -3);
    levels.removed(KEY, NOON.plusSeconds(2));
    assertLevel(0, true);
    levels.added(KEY, NOON.plusSeconds(3), 4);
    assertLevel(4, false);
  }

  @Test
  void aRemovalIncludesEarlierChangesAndALateRemovalKeepsLaterOnes() {
    levels.added(KEY, NOON, 10);
    levels.changedByEvent(KEY, NOON.plusSeconds(5), 7);
    levels.removed(KEY, NOON.plusSeconds(3));
    levels.changedByEvent(KEY, NOON.plusSeconds(2), 100);
    assertLevel(7, true);
  }

  @Test
  void ofEventsWithTheSameTimeTheLastPublishedOneDecides() {
    levels.removed(KEY, NOON);
    levels.added(KEY, NOON, 4);
    assertLevel(4, false);
    levels.removed(KEY, NOON);
    assertLevel(0, true);
  }

  @Test
  void aCountIncludesTheChangesOfItsMoment() {
    levels.changed(KEY, NOON, 4);
    levels.counted(KEY, NOON, 50);
    levels.changed(KEY, NOON, 5);
    levels.changedByEvent(KEY, NOON, 6);
    assertLevel(50, false);
  }

  @Test
  void aLevelIsTheLatestCountPlusLaterChangesInWhateverOrderTheyAreAdded() {
    levels.changed(KEY, NOON.plusSeconds(9), -2);
    levels.counted(KEY, NOON.plusSeconds(5), 50);
    levels.changed(KEY, NOON.plusSeconds(4), 1_000);
    levels.counted(KEY, NOON, 7);
    assertLevel(48, false);
  }

  @Test
  void settledFactsStayInTheLevel() {
    levels.added(KEY, NOON, 10);
    levels.removed(KEY, NOON.plusSeconds(1));
    levels.changedByEvent(KEY, NOON.plusSeconds(4), 2);
    levels.settle(NOON.plusSeconds(3));
    assertLevel(2, true);
    levels.changedByEvent(KEY, NOON.plusSeconds(3), 5);
    assertLevel(7, true);
    assertThatThrownBy(() -> levels.changedByEvent(KEY, NOON.plusSeconds(2), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertLevel(long units, boolean removed) {
    assertThat(levels.levels().get(KEY))
        .isEqualTo(new ExpectedLevels.Level(BigInteger.valueOf(units), removed));
  }
}
