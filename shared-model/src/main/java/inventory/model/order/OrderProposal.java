package inventory.model.order;

import inventory.model.RestockRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to order of an item, how long its stock lasts, and the arithmetic of both. An order restores
 * the level of the item's rule, in whole packs. Nothing is guessed: without enough history it is
 * unknown how long stock lasts.
 *
 * @param level units in stock, possibly negative
 * @param rule the rule that applies to the item
 * @param multiple up to which multiple of the threshold to order if the rule has no level, 1 or
 *     more
 * @param outflow the outflow of the stock; empty if it was not read
 */
public record OrderProposal(
    BigInteger level, RestockRule rule, int multiple, Optional<Outflow> outflow) {

  /** Longer than anybody plans ahead. */
  private static final BigInteger MAX_DAYS = BigInteger.valueOf(9_999);

  /** The level that the order restores, in units. */
  public BigInteger upTo() {
    return rule.orderUpTo()
        .map(BigInteger::valueOf)
        .orElseGet(
            () -> BigInteger.valueOf(rule.restockIfBelow()).multiply(BigInteger.valueOf(multiple)));
  }

  /** The units to order, in whole packs, 0 or more. */
  public BigInteger quantity() {
    return rule.packSize().map(BigInteger::valueOf).map(this::packs).orElseGet(this::shortage);
  }

  private BigInteger packs(BigInteger pack) {
    return shortage().add(pack).subtract(BigInteger.ONE).divide(pack).multiply(pack);
  }

  /** The units that stock lacks, before they are rounded up to packs. */
  private BigInteger shortage() {
    return upTo().subtract(level).max(BigInteger.ZERO);
  }

  /** The average of units that left a day; empty without enough history. */
  public Optional<BigDecimal> perDay() {
    return outflow.filter(Outflow::isEnough).map(Outflow::perDay);
  }

  /**
   * For how many whole days the stock lasts at that average, at most 9,999; empty without enough
   * history, or if nothing leaves.
   */
  public Optional<Integer> daysOfCover() {
    return outflow
        .filter(Outflow::isEnough)
        .filter(known -> known.units().signum() > 0)
        .map(
            known ->
                level
                    .max(BigInteger.ZERO)
                    .multiply(BigInteger.valueOf(known.days()))
                    .divide(known.units())
                    .min(MAX_DAYS)
                    .intValueExact());
  }

  /** The day on which stock runs out at that average; empty like {@link #daysOfCover}. */
  public Optional<LocalDate> stockOutOn(LocalDate today) {
    return daysOfCover().map(today::plusDays);
  }

  /** For people, such as {@code 14 left, 3.5 a day, 4 days; order 36 = 50 - 14}. */
  public String explanation() {
    String lasts = lasts();
    return level + " left" + (lasts.isEmpty() ? "" : ", " + lasts) + "; order " + arithmetic();
  }

  /** How long stock lasts, such as {@code 3.5 a day, 4 days}; empty if it was not read. */
  public String lasts() {
    if (outflow.isEmpty()) {
      return "";
    }
    Outflow known = outflow.get();
    if (!known.isEnough()) {
      return "too little history";
    }
    return daysOfCover()
        .map(days -> known.perDay() + " a day, " + days(days))
        .orElseGet(() -> "0 a day in " + days(known.days()));
  }

  private static String days(int days) {
    if (days == 0) {
      return "less than a day";
    }
    return days == 1 ? "1 day" : days + " days";
  }

  /**
   * The quantity and why, such as {@code 36 = 50 - 14}, or {@code 40 = 2 x 20, for 36 = 50 - 14}.
   */
  public String arithmetic() {
    if (shortage().signum() == 0) {
      return "0";
    }
    String difference = target() + (level.signum() < 0 ? " + " + level.negate() : " - " + level);
    return rule.packSize()
        .filter(pack -> pack > 1)
        .map(
            pack ->
                "%s = %s x %d, for %s = %s"
                    .formatted(
                        quantity(),
                        quantity().divide(BigInteger.valueOf(pack)),
                        pack,
                        shortage(),
                        difference))
        .orElseGet(() -> quantity() + " = " + difference);
  }

  private String target() {
    return rule.orderUpTo()
        .map(String::valueOf)
        .orElseGet(
            () ->
                multiple == 1
                    ? "" + rule.restockIfBelow()
                    : multiple + " x " + rule.restockIfBelow());
  }
}
