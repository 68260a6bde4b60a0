package inventory.bench;

/**
 * The speed of some work.
 *
 * @param rows number of rows or events
 * @param nanos duration in nanoseconds
 * @param writeUnits write units as the store reports them; 0 if not measured
 */
record Speed(long rows, long nanos, double writeUnits) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double THOUSAND = 1e3;

  static Speed since(long begin, long rows, double writeUnits) {
    return new Speed(rows, System.nanoTime() - begin, writeUnits);
  }

  double seconds() {
    return nanos / NANOS_PER_SECOND;
  }

  double rowsPerSecond() {
    return rows / seconds();
  }

  double writeUnitsPerThousand() {
    return writeUnits * THOUSAND / rows;
  }
}
