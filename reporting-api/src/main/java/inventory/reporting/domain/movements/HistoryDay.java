package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of an item in a warehouse.
 *
 * @param day the day in UTC
 * @param opening units before the first row of the day; empty if not known
 * @param moved what came in and went out; empty if not known
 * @param closing units after the last row of the day so far; empty if not known
 */
public record HistoryDay(
    LocalDate day,
    Optional<BigInteger> opening,
    Optional<Moved> moved,
    Optional<BigInteger> closing) {

  /**
   * What came in and went out.
   *
   * @param in units of positive changes, 0 or more
   * @param out units of negative changes, 0 or more
   */
  public record Moved(BigInteger in, BigInteger out) {

    static final Moved NOTHING = new Moved(BigInteger.ZERO, BigInteger.ZERO);

    Moved plus(BigInteger change) {
      return new Moved(
          in.add(change.max(BigInteger.ZERO)), out.subtract(change.min(BigInteger.ZERO)));
    }
  }

  /** What counts added to the level, or removed if negative; empty if not known. */
  public Optional<BigInteger> counted() {
    return opening.flatMap(
        before ->
            closing.flatMap(
                after ->
                    moved.map(sums -> after.subtract(before).subtract(sums.in()).add(sums.out()))));
  }
}
