package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.Closing;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * The level of an item in a warehouse while entries are applied in the order of the timeline: the
 * latest count, plus every later change (requirement I4). It is the same rule as of {@link
 * inventory.model.movement.StockLevel}, which applies whole movements in any order.
 */
final class RunningLevel {

  private Optional<BigInteger> units;
  private Optional<String> counted = Optional.empty();

  /** The level of a closing, which includes every row up to its time as a count does. */
  static RunningLevel of(Closing closing) {
    RunningLevel level = new RunningLevel(Optional.of(closing.level()));
    level.counted = Optional.of(closing.through());
    return level;
  }

  private RunningLevel(Optional<BigInteger> units) {
    this.units = units;
  }

  /** The level before all entries. */
  static RunningLevel empty() {
    return new RunningLevel(Optional.of(BigInteger.ZERO));
  }

  /** A level that only a count makes known. */
  static RunningLevel unknown() {
    return new RunningLevel(Optional.empty());
  }

  /** Units in stock; empty if unknown. */
  Optional<BigInteger> units() {
    return units;
  }

  /** Applies an entry that is later than all before. */
  void apply(MovementEntry entry) {
    if (entry.kind() == MovementEntry.Kind.COUNT) {
      units = Optional.of(entry.units());
      counted = Optional.of(entry.position().at());
    } else {
      units = units.flatMap(before -> effect(entry, counted).map(before::add));
    }
  }

  /**
   * What an entry that is not a count adds to the level. At one moment only events have an order;
   * otherwise a count includes the changes of its moment.
   *
   * @param counted the position of the latest count before the entry, if there is one
   * @return units; empty if the count is between rows that were not stored
   */
  static Optional<BigInteger> effect(MovementEntry entry, Optional<String> counted) {
    if (counted.isEmpty()) {
      return Optional.of(entry.units());
    }
    Instant instant = Position.instant(counted.get());
    boolean isLaterEvent =
        entry.event().isPresent()
            && Position.isOfStream(counted.get())
            && entry.position().at().compareTo(counted.get()) > 0;
    if (entry.begin().isAfter(instant) || (isLaterEvent && entry.time().equals(instant))) {
      return Optional.of(entry.units());
    }
    return entry.time().isAfter(instant) ? Optional.empty() : Optional.of(BigInteger.ZERO);
  }
}
