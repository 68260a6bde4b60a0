package inventory.launcher.demo;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What files and events add up to, by the rule of the one timeline as it is written down
 * (requirements I4 and E2), and in the plainest way: facts are put in the order of their times, a
 * count sets the level and a change adds to it.
 *
 * <p>Of one moment, the changes of files come first, then the events as they were published, then
 * the counts of files: a change of the very moment of a count is in the count.
 */
public final class ExpectedLevels {

  private final Map<StockKey, Timeline> timelines = new HashMap<>();

  /**
   * A level.
   *
   * @param units the stock
   * @param removed whether the item is off the list
   */
  public record Level(BigInteger units, boolean removed) {

    private static final Level NONE = new Level(BigInteger.ZERO, false);
  }

  /** Where facts of one moment come from, in the order in which they count. */
  private enum Kind {
    CHANGE_IN_FILE,
    EVENT,
    COUNT_IN_FILE
  }

  private record Dated(Instant time, Kind kind, Effect effect, long units) {

    // Sorting keeps the order of what is equal: of events, that in which they were published.
    static final Comparator<Dated> ORDER =
        Comparator.comparing(Dated::time).thenComparing(Dated::kind);
  }

  /** What a fact does to a level. */
  private enum Effect {
    CHANGES,
    COUNTS,
    ADDS_TO_LIST,
    REMOVES_FROM_LIST;

    Level on(Level level, long units) {
      BigInteger number = BigInteger.valueOf(units);
      return switch (this) {
        case CHANGES -> new Level(level.units().add(number), level.removed());
        case COUNTS -> new Level(number, level.removed());
        case ADDS_TO_LIST -> new Level(level.units().add(number), false);
        case REMOVES_FROM_LIST -> new Level(BigInteger.ZERO, true);
      };
    }
  }

  /** The facts of one item in one warehouse, those that are settled summed up. */
  private static final class Timeline {
    private Level settled = Level.NONE;
    private Instant settledBefore = Instant.MIN;
    private List<Dated> facts = new ArrayList<>();

    void add(Dated fact) {
      if (fact.time().isBefore(settledBefore)) {
        throw new IllegalArgumentException(fact + " is of before " + settledBefore);
      }
      facts.add(fact);
    }

    Level level() {
      return sum(facts);
    }

    void settle(Instant before) {
      settled = sum(facts.stream().filter(fact -> fact.time().isBefore(before)).toList());
      settledBefore = before;
      List<Dated> rest = new ArrayList<>(facts);
      rest.removeIf(fact -> fact.time().isBefore(before));
      facts = rest;
    }

    private Level sum(List<Dated> some) {
      Level level = settled;
      for (Dated fact : some.stream().sorted(Dated.ORDER).toList()) {
        level = fact.effect().on(level, fact.units());
      }
      return level;
    }
  }

  /**
   * Takes in a file's facts.
   *
   * @param uploadedAt when it was dropped, which is when its counts hold
   */
  public void add(DemoFile file, Instant uploadedAt) {
    file.facts().forEach(fact -> add(fact, uploadedAt));
  }

  /**
   * Takes in a row of a file.
   *
   * @param uploadedAt when the file was dropped, which is when its counts hold
   */
  public void add(Fact fact, Instant uploadedAt) {
    Dated dated =
        fact.time()
            .map(time -> new Dated(time, Kind.CHANGE_IN_FILE, Effect.CHANGES, fact.units()))
            .orElseGet(
                () -> new Dated(uploadedAt, Kind.COUNT_IN_FILE, Effect.COUNTS, fact.units()));
    add(fact.key(), dated);
  }

  /** Takes in an event that changes a level by a signed number of units. */
  public void changed(StockKey key, Instant time, long units) {
    add(key, new Dated(time, Kind.EVENT, Effect.CHANGES, units));
  }

  /** Takes in an event that puts an item on the list, and adds so many units. */
  public void added(StockKey key, Instant time, long units) {
    add(key, new Dated(time, Kind.EVENT, Effect.ADDS_TO_LIST, units));
  }

  /** Takes in an event that takes an item off the list: a count of 0. */
  public void removed(StockKey key, Instant time) {
    add(key, new Dated(time, Kind.EVENT, Effect.REMOVES_FROM_LIST, 0));
  }

  private void add(StockKey key, Dated fact) {
    timelines.computeIfAbsent(key, any -> new Timeline()).add(fact);
  }

  /**
   * Sums up what is earlier, so that memory does not grow with the number of facts.
   *
   * @param before no fact of before then is to come any more
   */
  public void settle(Instant before) {
    timelines.values().forEach(timeline -> timeline.settle(before));
  }

  /** The level of every item in every warehouse, in units. */
  public Map<StockKey, BigInteger> levels() {
    Map<StockKey, BigInteger> levels = new HashMap<>();
    timelines.forEach((key, timeline) -> levels.put(key, timeline.level().units()));
    return levels;
  }

  /** The level of every item in every warehouse, and whether it is on the list. */
  public Map<StockKey, Level> states() {
    Map<StockKey, Level> levels = new HashMap<>();
    timelines.forEach((key, timeline) -> levels.put(key, timeline.level()));
    return levels;
  }
}
