package inventory.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events on the timeline; GeneratorTest has the files. */
class ExpectedLevelsTest {

  private static final StockKey KEY = new StockKey("ONLINE", "P1");
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  private final ExpectedLevels levels = new ExpectedLevels();

  @Test
  void aRemovalIsACountOfNothingAndAnAdditionAfterItCounts() {
    levels.added(KEY, NOON, 10);
    levels.changed(KEY, NOON.plusSeconds(1), -3);
    levels.removed(KEY, NOON.plusSeconds(2));
    assertLevel(0, true);
    levels.added(KEY, NOON.plusSeconds(3), 4);
    assertLevel(4, false);
  }

  @Test
  void aChangeOfBeforeARemovalIsInItAndALateRemovalCountsWhatCameAfter() {
    levels.added(KEY, NOON, 10);
    levels.changed(KEY, NOON.plusSeconds(5), 7);
    levels.removed(KEY, NOON.plusSeconds(3));
    levels.changed(KEY, NOON.plusSeconds(2), 100);
    assertLevel(7, true);
  }

  @Test
  void ofOneMomentTheEventThatWasPublishedLastDecides() {
    levels.removed(KEY, NOON);
    levels.added(KEY, NOON, 4);
    assertLevel(4, false);
    levels.removed(KEY, NOON);
    assertLevel(0, true);
  }

  @Test
  void aChangeOfTheMomentOfAFilesCountIsInTheCount() {
    levels.changed(KEY, NOON, 4);
    levels.add(new Fact(KEY, Optional.empty(), 50), NOON);
    levels.changed(KEY, NOON, 5);
    assertLevel(50, false);
  }

  @Test
  void whatIsSettledStaysInTheLevel() {
    levels.added(KEY, NOON, 10);
    levels.removed(KEY, NOON.plusSeconds(1));
    levels.changed(KEY, NOON.plusSeconds(4), 2);
    levels.settle(NOON.plusSeconds(3));
    assertLevel(2, true);
    levels.changed(KEY, NOON.plusSeconds(3), 5);
    assertLevel(7, true);
    assertThatThrownBy(() -> levels.changed(KEY, NOON.plusSeconds(2), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertLevel(long units, boolean removed) {
    assertThat(levels.states().get(KEY))
        .isEqualTo(new ExpectedLevels.Level(BigInteger.valueOf(units), removed));
  }
}
