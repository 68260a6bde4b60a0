package inventory.launcher.bench;

/**
 * What was done in what time.
 *
 * @param rows rows of files
 * @param nanos nanoseconds
 */
record Speed(long rows, long nanos) {

  private static final double NANOS_PER_SECOND = 1e9;

  double seconds() {
    return nanos / NANOS_PER_SECOND;
  }

  double rowsPerSecond() {
    return rows / seconds();
  }
}
