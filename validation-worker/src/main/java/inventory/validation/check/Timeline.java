package inventory.validation.check;

import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.PackedRows;
import inventory.validation.domain.ItemFacts.Level;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The level at the times of some rows, by all facts that are known now. */
final class Timeline {

  /**
   * A row that removes units.
   *
   * @param time its time
   * @param line its line
   * @param file the key of its file
   */
  record Point(Instant time, int line, String file) {}

  /**
   * A row that takes the level below zero.
   *
   * @param point the row
   * @param level units after it
   */
  record Fall(Point point, BigInteger level) {}

  private final List<Point> points;
  private final List<Movement> counts = new ArrayList<>();
  // The change of the level from a point on, and the part of it at the time of the point itself.
  private final BigInteger[] steps;
  private final BigInteger[] ownChanges;

  /**
   * Reads the movements.
   *
   * @param points by time
   */
  Timeline(Level level, List<Point> points) {
    this.points = points;
    steps = zeros(points.size() + 1);
    ownChanges = zeros(points.size());
    level.forEach(this::addCount);
    for (int i = 0; i < counts.size(); i++) {
      Movement count = counts.get(i);
      int end = i + 1 < counts.size() ? firstFrom(counts.get(i + 1).lastTime()) : points.size();
      add(firstFrom(count.lastTime()), end, count.total());
    }
    level.forEach(movement -> addChange(level, movement));
  }

  private static BigInteger[] zeros(int length) {
    BigInteger[] zeros = new BigInteger[length];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  private void addCount(Movement movement) {
    if (movement.kind() == Kind.COUNT) {
      counts.add(movement);
    }
  }

  private void addChange(Level level, Movement movement) {
    if (movement.kind() == Kind.COUNT) {
      return;
    }
    if (movement.event().isPresent()) {
      addUnits(movement.lastTime(), nextCount(movement), movement.total());
      return;
    }
    Instant first = movement.firstTime();
    Instant last = movement.lastTime();
    boolean isBetweenTwoPoints =
        firstFrom(first) == firstFrom(last.plusNanos(1)) && nextCount(first) == nextCount(last);
    if (isBetweenTwoPoints) {
      add(firstFrom(first), nextCount(first), movement.total());
    } else {
      level.forEachRow(movement, this::addRow);
    }
  }

  private void addRow(PackedRows.Row row) {
    addUnits(row.time(), nextCount(row.time()), BigInteger.valueOf(row.change()));
  }

  private void addUnits(Instant time, int to, BigInteger change) {
    int from = firstFrom(time);
    add(from, to, change);
    if (from < to && points.get(from).time().equals(time)) {
      ownChanges[from] = ownChanges[from].add(change);
    }
  }

  private void add(int from, int to, BigInteger units) {
    if (from < to) {
      steps[from] = steps[from].add(units);
      steps[to] = steps[to].subtract(units);
    }
  }

  /** The first point at an instant or later. */
  private int firstFrom(Instant instant) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).time().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first point whose level starts from a count at an instant or later. */
  private int nextCount(Instant instant) {
    return pointOfCount(countFrom(instant));
  }

  /** The first point whose level starts from a count that includes an event's change. */
  private int nextCount(Movement event) {
    int next = countFrom(event.lastTime());
    for (int i = next; i < counts.size(); i++) {
      Movement count = counts.get(i);
      if (count.lastTime().isAfter(event.lastTime())) {
        break;
      }
      if (event.changeAfter(count.position()).orElseThrow().signum() != 0) {
        next = i + 1;
      }
    }
    return pointOfCount(next);
  }

  private int pointOfCount(int count) {
    return count == counts.size() ? points.size() : firstFrom(counts.get(count).lastTime());
  }

  /** The first count at an instant or later. */
  private int countFrom(Instant instant) {
    int low = 0;
    int high = counts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (counts.get(middle).lastTime().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The rows after which the level is below zero although it was not before their time. */
  List<Fall> fallsBelowZero() {
    List<Fall> falls = new ArrayList<>();
    BigInteger level = BigInteger.ZERO;
    for (int i = 0; i < points.size(); ) {
      int end = firstFrom(points.get(i).time().plusNanos(1));
      for (int j = i; j < end; j++) {
        level = level.add(steps[j]);
      }
      boolean wasBelow = level.subtract(ownChanges[i]).signum() < 0;
      if (level.signum() < 0 && !wasBelow) {
        falls.add(new Fall(points.get(end - 1), level));
      }
      i = end;
    }
    return falls;
  }
}
