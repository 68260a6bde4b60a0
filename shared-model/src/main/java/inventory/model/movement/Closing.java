package inventory.model.movement;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How an item in a warehouse ended a day, by the times of the facts. Only days on which the item
 * moved have a closing. The nightly validation writes it, and writes it again when a fact of the
 * day or of an earlier day arrives late.
 *
 * <p>A closing includes every row whose time is at or before that of {@link #through}, as a count
 * at that position does. A level at a later moment is therefore its units plus {@link
 * Movement#changeAfter} of {@link #through}, for each movement with a later position, unless a
 * count follows. Whoever uses it reads the level first: a closing whose {@code through} is not
 * before the level's {@code late} lacks a fact, and an earlier closing must be used.
 *
 * <p>The day may not be over: {@code through} then says how far it was recorded.
 *
 * @param key which item in which warehouse
 * @param day the day in UTC
 * @param level units in stock after the last row of the day
 * @param in units that came in during the day, by rows with a positive change; 0 or more
 * @param out units that went out during the day, by rows with a negative change; 0 or more. The
 *     level's difference from the previous closing that is neither {@code in} nor {@code out} is
 *     what counts found. A movement that did not keep its rows adds its total to one of the two
 * @param through the position of the last row that it includes
 * @param writtenAt when the validation wrote it
 */
public record Closing(
    StockKey key,
    LocalDate day,
    BigInteger level,
    BigInteger in,
    BigInteger out,
    String through,
    Instant writtenAt) {

  /** Whether it states the same, whenever it was written. */
  public boolean statesSameAs(Closing other) {
    return other.key.equals(key)
        && other.day.equals(day)
        && other.level.equals(level)
        && other.in.equals(in)
        && other.out.equals(out)
        && other.through.equals(through);
  }
}
