package inventory.ingest.domain;

import inventory.model.StockKey;

/**
 * A part of all stock keys, by their hash, so that a file with more items than fit the memory is
 * taken in parts, each item whole in one of them.
 *
 * @param from the lowest hash in the range
 * @param to the hash behind the range
 */
record HashRange(long from, long to) {

  static final HashRange ALL = new HashRange(0, 1L << Integer.SIZE);

  // 2^32 divided by the golden ratio: spreads hashes that differ in their low bits alone.
  private static final int SPREAD = 0x9E3779B9;

  boolean contains(StockKey key) {
    long hash = Integer.toUnsignedLong(key.hashCode() * SPREAD);
    return from <= hash && hash < to;
  }

  boolean canBeSplit() {
    return to - from > 1;
  }

  HashRange lowerHalf() {
    return new HashRange(from, middle());
  }

  HashRange upperHalf() {
    return new HashRange(middle(), to);
  }

  private long middle() {
    return from + (to - from) / 2;
  }
}
