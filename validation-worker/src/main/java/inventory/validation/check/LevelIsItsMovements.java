package inventory.validation.check;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.ItemFacts.Level;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.math.BigInteger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A level is the latest count plus every later change (requirement I4): as each file's movements
 * are held against its rows, the table is thus proved against the raw files. An item is off the
 * list if the latest event that speaks of it says so (requirement E2).
 */
public final class LevelIsItsMovements implements Check {

  private static final Logger LOG = LoggerFactory.getLogger(LevelIsItsMovements.class);

  /** How often a level is looked at again that others are writing meanwhile. */
  private static final int ATTEMPTS = 10;

  @Override
  public String name() {
    return "level";
  }

  @Override
  public Severity severity() {
    return Severity.WRONG;
  }

  @Override
  public void item(ItemFacts item, Report report) {
    item.levels().forEach(level -> check(level, report));
  }

  private void check(Level first, Report report) {
    Level level = first;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Running expected = expected(level);
      if (expected.isThatOf(level.level())) {
        return;
      }
      Optional<Level> again = level.again();
      if (again.isEmpty() || again.get().revision().equals(level.revision())) {
        report.add(finding(level, expected));
        return;
      }
      level = again.get();
    }
    LOG.warn("{} is written all the time, so that it is left to the next run", first.key());
  }

  private Finding finding(Level level, Running expected) {
    StockKey key = level.key();
    StockLevel found = level.level();
    return found.units().equals(expected.units)
        ? Finding.ofStock(
            this,
            key.warehouse(),
            key.itemId(),
            "an item " + listing(found.removed()),
            listing(expected.removed) + ", as its events give")
        : Finding.ofStock(
            this,
            key.warehouse(),
            key.itemId(),
            "a level of " + found.units(),
            expected.units + ", as its movements give");
  }

  private static String listing(boolean removed) {
    return removed ? "off the list" : "on the list";
  }

  /** Movements come by the time of their latest row: only rows behind the count can follow it. */
  private static Running expected(Level level) {
    Running running = new Running();
    level.forEach(
        movement -> {
          running.removed = movement.isListing() ? movement.isRemoval() : running.removed;
          if (movement.kind() == Movement.Kind.COUNT) {
            running.units = movement.total();
            running.counted = Optional.of(movement.position());
          } else {
            running.units =
                running.units.add(
                    running
                        .counted
                        .map(counted -> level.changeAfter(movement, counted))
                        .orElse(movement.total()));
          }
        });
    return running;
  }

  private static final class Running {
    private BigInteger units = BigInteger.ZERO;
    private Optional<String> counted = Optional.empty();
    private boolean removed;

    private boolean isThatOf(StockLevel level) {
      return units.equals(level.units()) && removed == level.removed();
    }
  }
}
