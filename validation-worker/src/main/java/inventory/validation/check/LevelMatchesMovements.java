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
 * A level is the latest count plus every later change (requirement I4). Another check compares each
 * file's movements with its rows; together they prove the table against the raw files. An item is
 * off the list if its latest listing event says so (requirement E2).
 */
public final class LevelMatchesMovements implements Check {

  private static final Logger LOG = LoggerFactory.getLogger(LevelMatchesMovements.class);

  /** How often a level is read again that other processes are writing. */
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
      if (expected.matches(level.level())) {
        return;
      }
      Optional<Level> again = level.again();
      if (again.isEmpty() || again.get().revision().equals(level.revision())) {
        report.add(finding(level, expected));
        return;
      }
      level = again.get();
    }
    LOG.warn("{} changes continuously; the next run checks it", first.key());
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
            listing(expected.removed) + ", by its events")
        : Finding.ofStock(
            this,
            key.warehouse(),
            key.itemId(),
            "a level of " + found.units(),
            expected.units + ", by its movements");
  }

  private static String listing(boolean removed) {
    return removed ? "off the list" : "on the list";
  }

  /** Movements are ordered by their latest row: no movement before a count has a later change. */
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

    private boolean matches(StockLevel level) {
      return units.equals(level.units()) && removed == level.removed();
    }
  }
}
