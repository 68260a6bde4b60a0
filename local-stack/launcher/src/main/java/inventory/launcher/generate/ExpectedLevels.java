package inventory.launcher.generate;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Computes the levels that files and events add up to, in the plainest way that the requirements
 * (I4 and E2) allow: it sorts all facts by time; a count sets the level, a change adds to it.
 *
 * <p>At the same moment, changes from files come first, then events in the order of publication,
 * then counts from files: a count already includes the changes of its moment.
 */
public final class ExpectedLevels {

  private final Map<StockKey, Timeline> timelines = new TreeMap<>();

  /** A level, and whether an event has taken the item off the list. */
  public record Level(BigInteger units, boolean removed) {

    private Level plus(long change) {
      return new Level(units.add(BigInteger.valueOf(change)), removed);
    }
  }

  /** Where a fact comes from, in the order in which facts of the same moment apply. */
  private enum Source {
    CHANGE_IN_FILE,
    EVENT,
    COUNT_IN_FILE
  }

  private record Fact(Instant time, Source source, UnaryOperator<Level> effect) {

    // Sorting is stable, so events of the same moment stay in the order of publication.
    private static final Comparator<Fact> ORDER =
        Comparator.comparing(Fact::time).thenComparing(Fact::source);
  }

  /** The facts of one item in one warehouse. */
  private static final class Timeline {
    private Level settled = new Level(BigInteger.ZERO, false);
    private Instant settledBefore = Instant.MIN;
    private final List<Fact> facts = new ArrayList<>();

    void add(Fact fact) {
      if (fact.time().isBefore(settledBefore)) {
        throw new IllegalArgumentException(fact + " is earlier than " + settledBefore);
      }
      facts.add(fact);
    }

    Level level() {
      Level level = settled;
      for (Fact fact : facts.stream().sorted(Fact.ORDER).toList()) {
        level = fact.effect().apply(level);
      }
      return level;
    }

    void settle(Instant before) {
      facts.sort(Fact.ORDER);
      int earlier = 0;
      while (earlier < facts.size() && facts.get(earlier).time().isBefore(before)) {
        settled = facts.get(earlier++).effect().apply(settled);
      }
      facts.subList(0, earlier).clear();
      settledBefore = before;
    }
  }

  /** Adds a row of a transaction file. */
  public void changed(StockKey key, Instant time, long units) {
    add(key, new Fact(time, Source.CHANGE_IN_FILE, level -> level.plus(units)));
  }

  /** Adds a row of a count file that was uploaded at this time. */
  public void counted(StockKey key, Instant uploadedAt, long units) {
    UnaryOperator<Level> effect = level -> new Level(BigInteger.valueOf(units), level.removed());
    add(key, new Fact(uploadedAt, Source.COUNT_IN_FILE, effect));
  }

  /** Adds an event that changes a level. */
  public void changedByEvent(StockKey key, Instant time, long units) {
    add(key, new Fact(time, Source.EVENT, level -> level.plus(units)));
  }

  /** Adds an event that puts an item on the list, with units on top of those in stock. */
  public void added(StockKey key, Instant time, long units) {
    UnaryOperator<Level> effect = level -> new Level(level.plus(units).units(), false);
    add(key, new Fact(time, Source.EVENT, effect));
  }

  /** Adds an event that takes an item off the list, which counts as 0 units. */
  public void removed(StockKey key, Instant time) {
    add(key, new Fact(time, Source.EVENT, level -> new Level(BigInteger.ZERO, true)));
  }

  private void add(StockKey key, Fact fact) {
    timelines.computeIfAbsent(key, any -> new Timeline()).add(fact);
  }

  /**
   * Sums up earlier facts, to limit memory.
   *
   * @param before the caller adds no more facts from before this time
   */
  public void settle(Instant before) {
    timelines.values().forEach(timeline -> timeline.settle(before));
  }

  /** All levels, sorted by warehouse and item. */
  public Map<StockKey, Level> levels() {
    Map<StockKey, Level> levels = new TreeMap<>();
    timelines.forEach((key, timeline) -> levels.put(key, timeline.level()));
    return levels;
  }

  /**
   * All levels in the form of totals.
   *
   * @param withList whether to say if an item is off the list
   */
  public List<Totals.Level> totals(boolean withList) {
    List<Totals.Level> totals = new ArrayList<>();
    levels()
        .forEach(
            (key, level) ->
                totals.add(
                    new Totals.Level(
                        key.warehouse(),
                        key.itemId(),
                        level.units(),
                        withList ? level.removed() : null)));
    return totals;
  }
}
