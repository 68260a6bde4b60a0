package inventory.validation.domain;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.PackedRows;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes a level from its movements in the order of their positions (requirement I4), and how
 * each day ended. No movement before a count in this order has a change after it. Its memory grows
 * with the days, not with the movements.
 */
final class DailyFold {

  private final StockKey key;
  private final OriginalRows rows;
  private final Optional<Start> start;
  private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
  private BigInteger units = BigInteger.ZERO;
  private Optional<String> counted = Optional.empty();
  private boolean removed;
  private String through = Position.NONE;

  /**
   * Where it continues: a level that includes all rows up to a position, as a count does.
   *
   * @param units units in stock
   * @param through the position
   * @param removed whether the item is off the list
   */
  record Start(BigInteger units, String through, boolean removed) {}

  /** A day. The level at its end is the latest count of the day plus the changes since. */
  private static final class Day {
    private BigInteger in = BigInteger.ZERO;
    private BigInteger out = BigInteger.ZERO;
    private BigInteger since = BigInteger.ZERO;
    private Optional<BigInteger> count = Optional.empty();
    private String counted = Position.NONE;
    private String through = Position.NONE;
    private boolean moved;

    void reached(String position) {
      moved = true;
      through = through.compareTo(position) < 0 ? position : through;
    }

    void count(BigInteger found, String position) {
      count = Optional.of(found);
      counted = position;
      since = BigInteger.ZERO;
    }

    void move(BigInteger change) {
      in = in.add(change.max(BigInteger.ZERO));
      out = out.add(change.min(BigInteger.ZERO).negate());
    }
  }

  /** Starts without movements, or where an earlier proof or closing ended. */
  DailyFold(StockKey key, OriginalRows rows, Optional<Start> start) {
    this.key = key;
    this.rows = rows;
    this.start = start;
    start.ifPresent(
        from -> {
          units = from.units();
          counted = Optional.of(from.through());
          removed = from.removed();
          through = from.through();
          Day day = day(Position.instant(from.through()));
          day.count(from.units(), from.through());
          day.through = from.through();
        });
  }

  /** The units of the level after the movements so far. */
  BigInteger units() {
    return units;
  }

  /** Whether the item is off the list. */
  boolean removed() {
    return removed;
  }

  /** The position of the latest movement. */
  String through() {
    return through;
  }

  /** Adds the next movement. */
  void add(Movement movement) {
    if (movement.isCorrection()) {
      return;
    }
    removed = movement.isListing() ? movement.isRemoval() : removed;
    through = movement.position();
    if (movement.kind() == Kind.COUNT) {
      units = movement.total();
      counted = Optional.of(movement.position());
      Day day = day(movement.lastTime());
      day.count(units, movement.position());
      day.reached(movement.position());
      return;
    }
    BigInteger effect =
        counted.map(count -> rows.changeAfter(movement, count)).orElse(movement.total());
    units = units.add(effect);
    if (dayOf(movement.firstTime()).equals(dayOf(movement.lastTime()))) {
      addToDay(movement, effect);
    } else {
      rows.forEach(movement, row -> addRow(movement, row));
    }
  }

  private void addToDay(Movement movement, BigInteger effect) {
    Day day = day(movement.lastTime());
    day.since = day.since.add(effect);
    day.reached(movement.position());
    if (movement.rowCount() == 1 || movement.lacksRows()) {
      day.move(movement.total());
    } else {
      rows.forEach(movement, row -> day.move(BigInteger.valueOf(row.change())));
    }
  }

  /** A movement over several days is divided by its rows. */
  private void addRow(Movement movement, PackedRows.Row row) {
    if (start.filter(from -> !row.time().isAfter(Position.instant(from.through()))).isPresent()) {
      return;
    }
    Day day = day(row.time());
    BigInteger change = BigInteger.valueOf(row.change());
    if (day.count.isEmpty() || row.time().isAfter(Position.instant(day.counted))) {
      day.since = day.since.add(change);
    }
    day.move(change);
    day.reached(Position.of(row.time(), movement.source()));
  }

  private Day day(Instant time) {
    return days.computeIfAbsent(dayOf(time), any -> new Day());
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** The day at which it started, if a movement was added to it since. */
  Optional<LocalDate> resumedDay() {
    return start
        .map(from -> dayOf(Position.instant(from.through())))
        .filter(day -> days.get(day).moved);
  }

  /**
   * The closings of the days on which a movement was added.
   *
   * @param before the closing of the {@link #resumedDay} as it was at the start
   */
  List<Closing> closings(Optional<Closing> before, Instant writtenAt) {
    List<Closing> closings = new ArrayList<>();
    BigInteger level = BigInteger.ZERO;
    Optional<LocalDate> resumed = resumedDay();
    for (Map.Entry<LocalDate, Day> entry : days.entrySet()) {
      Day day = entry.getValue();
      level = day.count.orElse(level).add(day.since);
      if (day.moved) {
        Optional<Closing> known =
            resumed.equals(Optional.of(entry.getKey())) ? before : Optional.empty();
        closings.add(
            new Closing(
                key,
                entry.getKey(),
                level,
                known.map(Closing::in).orElse(BigInteger.ZERO).add(day.in),
                known.map(Closing::out).orElse(BigInteger.ZERO).add(day.out),
                day.through,
                writtenAt));
      }
    }
    return closings;
  }
}
