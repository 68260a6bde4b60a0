package inventory.launcher.bench.reports;

import java.util.Arrays;

/**
 * What was served.
 *
 * @param requests how many
 * @param seconds in which time
 * @param p99Millis the time within which 99 of 100 were answered
 */
record Served(long requests, double seconds, double p99Millis) {

  private static final double P99 = 0.99;
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Of all times, in any order.
   *
   * @param nanos a time for each request; at least one
   */
  static Served of(long[] nanos, double seconds) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(P99 * sorted.length) - 1;
    return new Served(sorted.length, seconds, sorted[rank] / NANOS_PER_MILLI);
  }

  double perSecond() {
    return requests / seconds;
  }
}
