package inventory.threshold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.ThresholdVersion;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.Threshold.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of thresholds does: requirement T4. */
public abstract class ThresholdsContract {

  private static final Target ITEM = new Target("a123v5", Optional.empty());
  private static final Target IN_BERLIN = new Target("a123v5", Optional.of("Berlin"));

  /** The store, empty. */
  protected abstract Thresholds thresholds();

  /** What the store has for a target, in units; empty if nothing. */
  protected abstract OptionalLong thresholdOf(Target target);

  /** A moment of a day in November 2026, by a file uploaded in an hour of the 20th. */
  protected static ThresholdVersion day(int day, int hour) {
    return new ThresholdVersion(
        LocalDate.of(2026, 11, day),
        Instant.parse("2026-11-20T00:00:00Z").plusSeconds(hour * 3_600L),
        "f" + day + "-" + hour);
  }

  private Set<Target> set(ThresholdVersion setAt, Threshold... newOnes) {
    return thresholds().set(List.of(newOnes), setAt);
  }

  private void assertThreshold(Target target, long units) {
    assertThat(thresholdOf(target)).hasValue(units);
  }

  @Test
  void aThresholdIsSetForAllWarehousesAndForOneApart() {
    assertThat(set(day(20, 1), new Threshold(ITEM, 25), new Threshold(IN_BERLIN, 0))).isEmpty();

    assertThreshold(ITEM, 25);
    assertThreshold(IN_BERLIN, 0);
    assertThat(thresholdOf(new Target("a123v5", Optional.of("Bremen")))).isEmpty();
  }

  @Test
  void aLaterDayReplacesAnEarlierOne() {
    set(day(20, 2), new Threshold(ITEM, 25));

    assertThat(set(day(21, 1), new Threshold(ITEM, Long.MAX_VALUE))).isEmpty();

    assertThreshold(ITEM, Long.MAX_VALUE);
  }

  @Test
  void anEarlierDayThatComesLaterChangesNothingAndIsCounted() {
    set(day(21, 1), new Threshold(ITEM, 25));

    assertThat(set(day(20, 2), new Threshold(ITEM, 7), new Threshold(IN_BERLIN, 8))).hasSize(1);

    assertThreshold(ITEM, 25);
    assertThreshold(IN_BERLIN, 8);
  }

  @Test
  void withinADayTheLaterUploadHolds() {
    set(day(20, 2), new Threshold(ITEM, 25));
    assertThat(set(day(20, 1), new Threshold(ITEM, 7))).hasSize(1);
    assertThreshold(ITEM, 25);

    assertThat(set(day(20, 3), new Threshold(ITEM, 9))).isEmpty();
    assertThreshold(ITEM, 9);
  }

  @Test
  void theSameFileOnceMoreChangesNothingAndIsNotOlder() {
    set(day(20, 2), new Threshold(ITEM, 25));

    assertThat(set(day(20, 2), new Threshold(ITEM, 25))).isEmpty();

    assertThreshold(ITEM, 25);
  }

  @Test
  void manyAreSetAtOnce() {
    List<Threshold> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add(new Threshold(new Target("i" + i, Optional.empty()), i));
    }
    set(day(21, 1), many.get(17), many.get(201));

    assertThat(thresholds().set(many, day(20, 1))).hasSize(2);

    for (Threshold threshold : many) {
      assertThreshold(threshold.target(), threshold.rule().orElseThrow().restockIfBelow());
    }
  }

  @Test
  void aThresholdIsRemovedAndAnOlderFileDoesNotSetItAgain() {
    Threshold removal = new Threshold(ITEM, Optional.empty());
    set(day(20, 1), new Threshold(ITEM, 25));

    assertThat(set(day(20, 3), removal)).isEmpty();
    assertThat(thresholdOf(ITEM)).isEmpty();

    assertThat(set(day(20, 2), new Threshold(ITEM, 7))).containsExactly(ITEM);
    assertThat(thresholdOf(ITEM)).isEmpty();

    assertThat(set(day(20, 4), new Threshold(ITEM, 9))).isEmpty();
    assertThreshold(ITEM, 9);
    assertThat(set(day(20, 3), removal)).containsExactly(ITEM);
    assertThreshold(ITEM, 9);
  }

  @Test
  void noThresholdsAreNoWork() {
    assertThat(set(day(20, 1))).isEmpty();
  }
}
