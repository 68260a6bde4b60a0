package inventory.e2e;

import java.math.BigInteger;
import java.time.Instant;

/**
 * The fact in one row.
 *
 * @param time the timestamp of a change, or the time of upload of a count
 * @param isCount whether the units are a count; otherwise a change, possibly negative
 */
public record Fact(String warehouse, String item, Instant time, boolean isCount, BigInteger units) {

  public static Fact change(String warehouse, String item, Instant time, long units) {
    return new Fact(warehouse, item, time, false, BigInteger.valueOf(units));
  }

  static Fact count(String warehouse, String item, Instant time, long units) {
    return new Fact(warehouse, item, time, true, BigInteger.valueOf(units));
  }
}
