package inventory.e2e;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What one row says.
 *
 * @param time when it holds: a change's own timestamp, a count's time of upload
 * @param isCount whether the units were found there, or else came (or went, if negative)
 */
record Fact(String warehouse, String item, Instant time, boolean isCount, BigInteger units) {

  static Fact change(String warehouse, String item, Instant time, long units) {
    return new Fact(warehouse, item, time, false, BigInteger.valueOf(units));
  }

  static Fact count(String warehouse, String item, Instant time, long units) {
    return new Fact(warehouse, item, time, true, BigInteger.valueOf(units));
  }
}
