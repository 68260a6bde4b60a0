package inventory.validation.check;

import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.ItemFacts.Level;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A row of this run that takes a level below zero at its time, by all facts that are known now.
 * Later rows are not reported while the level stays below zero: the error lies before them.
 */
public final class NegativeLevel implements Check {

  /** How many rows of an item are checked in one pass over its movements. */
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
      level.forEach(collected::addRows);
      collected.check();
    }
  }

  /** The rows of this run that remove units from one level, a bounded number at a time. */
  private final class Collected {

    private final Level level;
    private final Report report;
    private final List<Timeline.Point> points = new ArrayList<>();

    Collected(Level level, Report report) {
      this.level = level;
      this.report = report;
    }

    void addRows(Movement movement) {
      Optional<String> file = level.fileOfThisRun(movement);
      boolean mayRemoveUnits = movement.rowCount() > 1 || movement.total().signum() < 0;
      if (file.isPresent() && movement.kind() == Movement.Kind.CHANGE && mayRemoveUnits) {
        level.forEachRow(movement, row -> add(row, file.get()));
      }
    }

    private void add(PackedRows.Row row, String file) {
      if (row.change() < 0) {
        points.add(new Timeline.Point(row.time(), row.line(), file));
        if (points.size() == MAX_POINTS) {
          check();
        }
      }
    }

    void check() {
      if (!points.isEmpty()) {
        points.sort(Comparator.comparing(Timeline.Point::time).thenComparing(Timeline.Point::line));
        new Timeline(level, points).fallsBelowZero().forEach(this::report);
        points.clear();
      }
    }

    private void report(Timeline.Fall fall) {
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
}
