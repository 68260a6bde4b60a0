package inventory.validation.check;

import inventory.model.StockKey;
import inventory.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.ItemFacts.Level;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A level is the latest count plus every later change (requirement I4): as each file's movements
 * are held against its rows, the table is thus proved against the raw files.
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
      BigInteger expected = expected(level);
      if (expected.equals(level.level().units())) {
        return;
      }
      Optional<Level> again = level.again();
      if (again.isEmpty() || again.get().revision().equals(level.revision())) {
        report.add(finding(level.key(), level.level().units(), expected));
        return;
      }
      level = again.get();
    }
    LOG.warn("{} is written all the time, so that it is left to the next run", first.key());
  }

  private Finding finding(StockKey key, BigInteger found, BigInteger expected) {
    return Finding.ofStock(
        this,
        key.warehouse(),
        key.itemId(),
        "a level of " + found,
        expected + ", as its movements give");
  }

  /** Movements come by the time of their latest row: only rows behind the count can follow it. */
  private static BigInteger expected(Level level) {
    Running running = new Running();
    level.forEach(
        movement -> {
          if (movement.kind() == Movement.Kind.COUNT) {
            running.units = movement.total();
            running.counted = Optional.of(movement.lastTime());
          } else {
            running.units =
                running.units.add(
                    running
                        .counted
                        .map(instant -> level.changeAfter(movement, instant))
                        .orElse(movement.total()));
          }
        });
    return running.units;
  }

  private static final class Running {
    private BigInteger units = BigInteger.ZERO;
    private Optional<Instant> counted = Optional.empty();
  }
}
