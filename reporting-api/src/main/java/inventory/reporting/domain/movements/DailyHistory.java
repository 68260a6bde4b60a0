package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.reporting.domain.NoSuchRecordException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an item in a warehouse opened and closed each day, and what came in and went out. The
 * closings of the nightly validation have the days up to the last proof; 366 of them are about 90
 * KB. Later days, and those from the earliest late row on, follow from their movements.
 */
public final class DailyHistory {

  private final MovementLog log;

  /** Reads from a log. */
  public DailyHistory(MovementLog log) {
    this.log = log;
  }

  /**
   * The days between two, both included, earliest first. Days before the first fact are left out.
   *
   * @throws NoSuchRecordException if there is no fact so early, or no such item in the warehouse
   * @throws TooManyMovementsException if more than {@value ReadBudget#MAX_READ} movements of days
   *     that are not closed would have to be read
   */
  public List<HistoryDay> days(StockKey key, LocalDate from, LocalDate to) {
    Optional<LevelState> level = Optional.ofNullable(log.levels(Set.of(key)).get(key));
    Days days = new Days();
    if (level.isPresent()) {
      read(key, level.get(), from, to, days);
    }
    List<HistoryDay> found = days.between(from, to);
    if (found.isEmpty()) {
      throw NoSuchRecordException.ofFact(key.itemId(), endOf(to));
    }
    return found;
  }

  private void read(StockKey key, LevelState level, LocalDate from, LocalDate to, Days days) {
    Optional<Closing> base = Optional.empty();
    if (level.proved().isPresent()) {
      EarlierLevels earlier = new EarlierLevels(log, new ReadBudget());
      base = earlier.closingBefore(key, level, from);
      base.ifPresent(days::add);
      for (Closing closing : log.closings(key, from, to, true)) {
        if (level.isValid(closing)) {
          days.add(closing);
          base = Optional.of(closing);
        }
      }
    }
    if (!level.isClosedAt(endOf(to))) {
      Instant start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
      List<MovementEntry> entries =
          new EarlierLevels(log, new ReadBudget())
              .since(key, base, level.marks(), start)
              .orElseThrow(TooManyMovementsException::new);
      days.add(base, entries, to);
    }
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
  }

  /** What is known of days. */
  private static final class Days {

    // The level at the end of each day that has one; empty if it is not known.
    private final NavigableMap<LocalDate, Optional<BigInteger>> closings = new TreeMap<>();
    private final DailySums sums = new DailySums();
    private final Set<LocalDate> unknown = new TreeSet<>();

    void add(Closing closing) {
      closings.put(closing.day(), Optional.of(closing.level()));
      sums.set(closing);
    }

    /** Adds what follows from entries after a closing, oldest first, up to the end of a day. */
    void add(Optional<Closing> base, List<MovementEntry> entries, LocalDate last) {
      RunningLevel level = base.map(RunningLevel::of).orElseGet(RunningLevel::empty);
      for (MovementEntry entry : entries) {
        LocalDate begin = EarlierLevels.dayOf(entry.begin());
        LocalDate end = EarlierLevels.dayOf(entry.time());
        level.apply(entry);
        if (!end.isAfter(last)) {
          closings.put(end, level.units());
          sums.add(entry);
        }
        if (begin.isBefore(end)) {
          split(base.map(Closing::day).filter(begin::isBefore).orElse(begin), end);
        }
      }
    }

    /** Rows of several days are one entry: what these days moved is not known. */
    private void split(LocalDate begin, LocalDate end) {
      for (LocalDate day = begin; !day.isAfter(end); day = day.plusDays(1)) {
        unknown.add(day);
        if (day.isBefore(end)) {
          closings.put(day, Optional.empty());
        }
      }
    }

    List<HistoryDay> between(LocalDate from, LocalDate to) {
      List<HistoryDay> days = new ArrayList<>();
      Optional<BigInteger> level = Optional.of(BigInteger.ZERO);
      boolean hasFact = false;
      if (closings.lowerKey(from) != null) {
        level = closings.lowerEntry(from).getValue();
        hasFact = true;
      }
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        Optional<BigInteger> opening = level;
        level = closings.getOrDefault(day, level);
        hasFact = hasFact || closings.containsKey(day);
        if (hasFact) {
          days.add(
              new HistoryDay(
                  day,
                  opening,
                  unknown.contains(day) ? Optional.empty() : Optional.of(sums.of(day)),
                  level));
        }
      }
      return days;
    }
  }
}
