package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds earlier levels of an item in a warehouse: from the latest closing or count before, plus the
 * movements since. The days after the last closing are read from their movements; so are those from
 * the earliest late row on, until the next nightly validation. One instance serves one request and
 * bounds what it reads.
 */
final class EarlierLevels {

  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
  private static final int AT_ONCE = 500;

  private final MovementLog log;
  private final ReadBudget budget;

  EarlierLevels(MovementLog log, ReadBudget budget) {
    this.log = log;
    this.budget = budget;
  }

  /**
   * A level of the past.
   *
   * @param units units in stock; empty if rows that were too many to be stored decide it, or if too
   *     many movements would have to be read
   */
  record PastLevel(Optional<BigInteger> units) {}

  /**
   * The level before an entry of a list, from the latest count before it on. Closings do not serve:
   * they have rows that were not stored at their own times, and lists have their sum at the latest.
   *
   * @param upTo the position of the latest movement that may have older entries
   * @param marks the marks of the current level
   * @param isKnown selects the movements that count
   * @return empty if too many movements would have to be read
   */
  Optional<RunningLevel> before(
      StockKey key,
      MovementEntry.EntryPosition entry,
      String upTo,
      Collection<MovementItem> marks,
      Predicate<MovementItem> isKnown) {
    return newestFirst(
            key,
            Optional.empty(),
            Optional.of(upTo),
            marks,
            isKnown,
            each -> each.position().compareTo(entry) < 0,
            Instant.MAX)
        .map(entries -> fold(Optional.empty(), entries));
  }

  /**
   * The level at a moment. It costs no read if it has not changed since; else a read of closings,
   * and the movements of at most the day or of the days that are not closed.
   *
   * @return empty if no fact is so old
   */
  Optional<PastLevel> at(StockKey key, LevelState level, Moment moment) {
    if (moment.isPresent(level)) {
      return Optional.of(new PastLevel(Optional.of(level.units())));
    }
    Closings closings = closings(key, level, moment);
    boolean isClosed = level.isClosedAt(moment.at()) && closings.areValid;
    if (isClosed && closings.later.isEmpty()) {
      return closings.base.map(base -> new PastLevel(Optional.of(base.level())));
    }
    Predicate<MovementEntry> isBy = entry -> !entry.begin().isAfter(moment.at());
    Optional<List<MovementEntry>> found =
        isClosed
            ? closedDays(key, closings, level.marks(), moment, isBy)
            : newestFirst(
                key,
                closings.base,
                Optional.empty(),
                level.marks(),
                moment::knows,
                isBy,
                Instant.MAX);
    if (found.isEmpty()) {
      return Optional.of(new PastLevel(Optional.empty()));
    }
    if (closings.base.isEmpty() && found.get().isEmpty()) {
      return Optional.empty();
    }
    boolean isSplit = found.get().stream().anyMatch(entry -> entry.time().isAfter(moment.at()));
    return Optional.of(
        new PastLevel(isSplit ? Optional.empty() : fold(closings.base, found.get()).units()));
  }

  /**
   * The closings around a moment.
   *
   * @param base the latest one before it
   * @param later those after it up to its day, latest first
   * @param areValid whether no row lacks in them
   */
  private record Closings(Optional<Closing> base, List<Closing> later, boolean areValid) {}

  private Closings closings(StockKey key, LevelState level, Moment moment) {
    List<Closing> later = new ArrayList<>();
    boolean areValid = true;
    if (level.proved().isPresent()) {
      for (Closing closing : log.closings(key, FIRST_DAY, dayOf(moment.at()), false)) {
        if (level.isValid(closing) && moment.includes(closing)) {
          return new Closings(Optional.of(closing), later, areValid);
        }
        areValid = areValid && level.isValid(closing);
        later.add(closing);
      }
    }
    return new Closings(Optional.empty(), later, areValid);
  }

  /** The latest closing before a day that lacks no row, if there is one. */
  Optional<Closing> closingBefore(StockKey key, LevelState level, LocalDate day) {
    for (Closing closing : log.closings(key, FIRST_DAY, day.minusDays(1), false)) {
      if (level.isValid(closing)) {
        return Optional.of(closing);
      }
    }
    return Optional.empty();
  }

  /**
   * The entries after a closing, oldest first; without one, those from the latest count before a
   * time on.
   *
   * @return empty if there are too many
   */
  Optional<List<MovementEntry>> since(
      StockKey key, Optional<Closing> base, Collection<MovementItem> marks, Instant time) {
    return newestFirst(key, base, Optional.empty(), marks, any -> true, any -> true, time)
        .map(
            entries ->
                entries.stream().sorted(Comparator.comparing(MovementEntry::position)).toList());
  }

  /**
   * Entries after a base, read from the newest movement back to the base, or to a count.
   *
   * @param countBefore the time before which a count ends the reading
   * @return empty if there are too many
   */
  private Optional<List<MovementEntry>> newestFirst(
      StockKey key,
      Optional<Closing> base,
      Optional<String> upTo,
      Collection<MovementItem> marks,
      Predicate<MovementItem> isKnown,
      Predicate<MovementEntry> isBefore,
      Instant countBefore) {
    List<MovementEntry> found = new ArrayList<>();
    MovementLog.Range range = new MovementLog.Range(base.map(Closing::through), upTo, AT_ONCE);
    for (MovementItem item : log.newestFirst(key, range, marks)) {
      if (!budget.spend(item)) {
        return Optional.empty();
      }
      if (isKnown.test(item)) {
        add(item, base, isBefore, found);
      }
      if (endsWithCount(found, countBefore)) {
        break;
      }
    }
    return Optional.of(found);
  }

  /**
   * Entries after a base on days that are closed. A movement of one of these days may have its
   * latest row on a later one: all are found when the sums are those of the closings.
   *
   * @return empty if there are too many
   */
  private Optional<List<MovementEntry>> closedDays(
      StockKey key,
      Closings closings,
      Collection<MovementItem> marks,
      Moment moment,
      Predicate<MovementEntry> isBefore) {
    List<MovementEntry> found = new ArrayList<>();
    DailySums sums = new DailySums();
    String after = closings.base.map(Closing::through).orElse(Position.NONE);
    String last = closings.later.get(0).through();
    for (MovementItem item : log.oldestFirst(key, after, marks)) {
      if (item.movement().position().compareTo(last) > 0 && sums.areOf(closings.later)) {
        break;
      }
      if (!budget.spend(item)) {
        return Optional.empty();
      }
      sums.add(item);
      if (moment.knows(item)) {
        add(item, closings.base, isBefore, found);
      }
    }
    return Optional.of(found);
  }

  private static boolean endsWithCount(List<MovementEntry> found, Instant before) {
    if (found.isEmpty()) {
      return false;
    }
    MovementEntry last = found.get(found.size() - 1);
    return last.kind() == MovementEntry.Kind.COUNT && last.time().isBefore(before);
  }

  /** Adds the entries of a movement that are after the base. */
  private static void add(
      MovementItem item,
      Optional<Closing> base,
      Predicate<MovementEntry> isBefore,
      List<MovementEntry> found) {
    String after = base.map(Closing::through).orElse(Position.NONE);
    MovementEntry.allOf(item)
        .filter(entry -> entry.position().at().compareTo(after) > 0)
        .filter(isBefore)
        .forEach(found::add);
  }

  private static RunningLevel fold(Optional<Closing> base, List<MovementEntry> entries) {
    RunningLevel level = base.map(RunningLevel::of).orElseGet(RunningLevel::empty);
    entries.stream().sorted(Comparator.comparing(MovementEntry::position)).forEach(level::apply);
    return level;
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
