package inventory.validation.check;

import inventory.model.table.PackedRows;
import inventory.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.ItemFacts.Level;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A row of this run that takes a level below zero, at its moment on the item's timeline, by all
 * that is known now. Rows that follow while the level stays below zero are not reported: what is
 * wrong came before them.
 */
public final class NegativeLevel implements Check {

  /** How many rows of an item are looked at in one pass over its movements. */
  private static final int MAX_POINTS = 100_000;

  @Override
  public String name() {
    return "negative-level";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
  }

  @Override
  public void item(ItemFacts item, Report report) {
    for (Level level : item.levels()) {
      Collected collected = new Collected(level, report);
      level.forEach(collected::takeRows);
      collected.judge();
    }
  }

  /**
   * A row that takes units out.
   *
   * @param time its moment
   * @param line its line
   * @param file the key of its file
   */
  private record Point(Instant time, int line, String file) {}

  /** The rows of this run that take units out of one level, a bounded number at a time. */
  private final class Collected {

    private final Level level;
    private final Report report;
    private final List<Point> points = new ArrayList<>();

    Collected(Level level, Report report) {
      this.level = level;
      this.report = report;
    }

    void takeRows(Movement movement) {
      Optional<String> file = level.fileOfThisRun(movement);
      boolean mayTakeOut = movement.rowCount() > 1 || movement.total().signum() < 0;
      if (file.isPresent() && movement.kind() == Movement.Kind.CHANGE && mayTakeOut) {
        level.forEachRow(movement, row -> take(row, file.get()));
      }
    }

    private void take(PackedRows.Row row, String file) {
      if (row.change() < 0) {
        points.add(new Point(row.time(), row.line(), file));
        if (points.size() == MAX_POINTS) {
          judge();
        }
      }
    }

    void judge() {
      if (!points.isEmpty()) {
        points.sort(Comparator.comparing(Point::time).thenComparing(Point::line));
        new Timeline(level, points).fallsBelowZero().forEach(this::report);
        points.clear();
      }
    }

    private void report(Fall fall) {
      report.add(
          Finding.ofLine(
              NegativeLevel.this,
              fall.point().file(),
              fall.point().line(),
              level.key(),
              "a level of " + fall.level() + " after the row",
              "0 or more"));
    }
  }

  private record Fall(Point point, BigInteger level) {}

  /** The level at the moments of some rows. */
  private static final class Timeline {

    private final List<Point> points;
    private final List<Movement> counts = new ArrayList<>();
    // What is added to the level from a point on, and what the moment of a point itself adds.
    private final BigInteger[] steps;
    private final BigInteger[] ownChanges;

    Timeline(Level level, List<Point> points) {
      this.points = points;
      steps = zeros(points.size() + 1);
      ownChanges = zeros(points.size());
      level.forEach(this::takeCount);
      for (int i = 0; i < counts.size(); i++) {
        Movement count = counts.get(i);
        int end = i + 1 < counts.size() ? firstFrom(counts.get(i + 1).lastTime()) : points.size();
        add(firstFrom(count.lastTime()), end, count.total());
      }
      level.forEach(movement -> takeChange(level, movement));
    }

    private static BigInteger[] zeros(int length) {
      BigInteger[] zeros = new BigInteger[length];
      Arrays.fill(zeros, BigInteger.ZERO);
      return zeros;
    }

    private void takeCount(Movement movement) {
      if (movement.kind() == Movement.Kind.COUNT) {
        counts.add(movement);
      }
    }

    private void takeChange(Level level, Movement movement) {
      if (movement.kind() == Movement.Kind.COUNT) {
        return;
      }
      Instant first = movement.firstTime();
      Instant last = movement.lastTime();
      boolean isOfOneMoment =
          firstFrom(first) == firstFrom(last.plusNanos(1)) && nextCount(first) == nextCount(last);
      if (isOfOneMoment) {
        add(firstFrom(first), nextCount(first), movement.total());
      } else {
        level.forEachRow(movement, this::takeRow);
      }
    }

    private void takeRow(PackedRows.Row row) {
      BigInteger change = BigInteger.valueOf(row.change());
      int from = firstFrom(row.time());
      int to = nextCount(row.time());
      add(from, to, change);
      if (from < to && points.get(from).time().equals(row.time())) {
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

    /** The first point that a count at an instant or later decides. */
    private int nextCount(Instant instant) {
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
      return low == counts.size() ? points.size() : firstFrom(counts.get(low).lastTime());
    }

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
}
