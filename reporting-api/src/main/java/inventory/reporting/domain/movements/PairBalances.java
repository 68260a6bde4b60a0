package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The levels after successive entries of one item in one warehouse. */
final class PairBalances {

  private final List<MovementEntry> entries;
  private final Optional<Instant> olderUpTo;
  private final int hidden;
  private final BigInteger[] after;

  /**
   * Nothing is known yet.
   *
   * @param entries without gaps, oldest first; at least one
   * @param olderUpTo no older entry is later than this; empty if there is none
   * @param hidden how many of the oldest need not be known, 0 or 1
   */
  PairBalances(List<MovementEntry> entries, Optional<Instant> olderUpTo, int hidden) {
    this.entries = List.copyOf(entries);
    this.olderUpTo = olderUpTo;
    this.hidden = hidden;
    this.after = new BigInteger[entries.size()];
    forward(olderUpTo.isEmpty() ? RunningLevel.empty() : RunningLevel.unknown());
  }

  /** The oldest entry. */
  MovementEntry oldest() {
    return entries.get(0);
  }

  /** Whether all levels are known that must be. */
  boolean areKnown() {
    return Arrays.stream(after).skip(hidden).noneMatch(Objects::isNull);
  }

  /** The level after each entry, as far as it is known. */
  Map<MovementEntry.EntryPosition, BigInteger> known() {
    return IntStream.range(0, after.length)
        .filter(i -> after[i] != null)
        .boxed()
        .collect(Collectors.toMap(i -> entries.get(i).position(), i -> after[i]));
  }

  /** Adds what follows from the level before the oldest entry, and from counts. */
  void forward(RunningLevel before) {
    RunningLevel level = before;
    for (int i = 0; i < after.length; i++) {
      level.apply(entries.get(i));
      know(i, level.units());
    }
  }

  /** Adds what follows from the level after the newest entry. */
  void backward(BigInteger newest) {
    Optional<BigInteger> units = Optional.of(newest);
    for (int i = after.length - 1; i >= 0 && units.isPresent(); i--) {
      know(i, units);
      units = before(i);
    }
  }

  /** The level before the entries that must be known; empty if it is not known. */
  Optional<BigInteger> before() {
    return hidden == 1 ? Optional.ofNullable(after[0]) : before(0);
  }

  private Optional<BigInteger> before(int index) {
    return Optional.ofNullable(after[index]).flatMap(units -> effect(index).map(units::subtract));
  }

  private void know(int index, Optional<BigInteger> units) {
    if (after[index] == null) {
      after[index] = units.orElse(null);
    }
  }

  /** What an entry added to the level before it; empty if that is not known. */
  private Optional<BigInteger> effect(int index) {
    MovementEntry entry = entries.get(index);
    if (entry.kind() == MovementEntry.Kind.COUNT) {
      return Optional.empty();
    }
    for (int i = index - 1; i >= 0; i--) {
      if (entries.get(i).kind() == MovementEntry.Kind.COUNT) {
        return RunningLevel.effect(entry, Optional.of(entries.get(i).position().at()));
      }
    }
    // It includes all its rows unless an older entry is a count at its time.
    boolean isAfterOlder = olderUpTo.map(entry.begin()::isAfter).orElse(true);
    return isAfterOlder ? Optional.of(entry.units()) : Optional.empty();
  }
}
