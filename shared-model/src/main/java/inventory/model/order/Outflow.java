package inventory.model.order;

import inventory.model.movement.Closing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How much left an item's stock during the last days that the nightly validation has closed: by
 * rows with a negative change, and by counts that found less. It is known for at most {@value
 * #MAX_DAYS} days, and from the first fact on.
 *
 * @param units units that left, 0 or more
 * @param days the days with a history, 0 to {@value #MAX_DAYS}
 */
public record Outflow(BigInteger units, int days) {

  /** The most days that count. */
  public static final int MAX_DAYS = 28;

  /** The fewest days from which an average is taken: a week has quiet and busy days. */
  public static final int MIN_DAYS = 7;

  /** How many closings, the newest first, {@link #of} needs: one from before shows the history. */
  public static final int CLOSINGS = MAX_DAYS + 1;

  /** No day is closed. */
  public static final Outflow NONE = new Outflow(BigInteger.ZERO, 0);

  private static final int DECIMALS = 2;

  /**
   * The outflow by the closings of an item in a warehouse.
   *
   * @param newestFirst the newest closings up to the last day; all of them, or {@link #CLOSINGS}
   * @param last the last day that is closed
   */
  public static Outflow of(List<Closing> newestFirst, LocalDate last) {
    LocalDate first = last.minusDays(MAX_DAYS - 1L);
    BigInteger units = BigInteger.ZERO;
    LocalDate begin = last.plusDays(1);
    for (int i = 0; i < newestFirst.size(); i++) {
      Closing closing = newestFirst.get(i);
      begin = closing.day().isBefore(first) ? first : closing.day();
      if (closing.day().isBefore(first)) {
        break;
      }
      units = units.add(closing.out());
      if (i + 1 < newestFirst.size()) {
        units = units.add(missing(closing, newestFirst.get(i + 1)));
      }
    }
    return new Outflow(units, (int) ChronoUnit.DAYS.between(begin, last) + 1);
  }

  /** The units that counts of a day did not find, 0 or more. */
  private static BigInteger missing(Closing closing, Closing before) {
    BigInteger expected = before.level().add(closing.in()).subtract(closing.out());
    return expected.subtract(closing.level()).max(BigInteger.ZERO);
  }

  /** The outflow of an item in several warehouses together. */
  public Outflow plus(Outflow other) {
    return new Outflow(units.add(other.units), Math.max(days, other.days));
  }

  /** Whether the history is long enough for an average. */
  public boolean isEnough() {
    return days >= MIN_DAYS;
  }

  /**
   * The average of units a day, rounded to two decimals.
   *
   * @throws ArithmeticException if there is no day
   */
  public BigDecimal perDay() {
    BigDecimal average =
        new BigDecimal(units)
            .divide(BigDecimal.valueOf(days), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    // A whole number has no exponent.
    return average.setScale(Math.max(0, average.scale()));
  }
}
