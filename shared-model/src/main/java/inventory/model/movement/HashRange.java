package inventory.model.movement;

import inventory.model.StockKey;

/**
 * A part of all stock keys, by their hash. A file with more items than fit in memory is processed
 * in parts, and each item is completely in one of them.
 *
 * @param from the lowest hash in the range
 * @param to the hash after the highest in the range
 */
public record HashRange(long from, long to) {

  /** All stock keys. */
  public static final HashRange ALL = new HashRange(0, 1L << Integer.SIZE);

  // 2^32 divided by the golden ratio: spreads hashes that differ only in their low bits.
  private static final int SPREAD = 0x9E3779B9;

  /** Whether a key is in the range. */
  public boolean contains(StockKey key) {
    long hash = Integer.toUnsignedLong(key.hashCode() * SPREAD);
    return from <= hash && hash < to;
  }

  /** Whether the range has more than one hash. */
  public boolean canBeSplit() {
    return to - from > 1;
  }

  /** The lower half of a range that can be split. */
  public HashRange lowerHalf() {
    return new HashRange(from, middle());
  }

  /** The upper half of a range that can be split. */
  public HashRange upperHalf() {
    return new HashRange(middle(), to);
  }

  private long middle() {
    return from + (to - from) / 2;
  }
}
