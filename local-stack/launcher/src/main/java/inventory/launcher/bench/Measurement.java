package inventory.launcher.bench;

/**
 * What was measured on one work.
 *
 * @param title the work
 * @param lab (a) a PutItem for each row
 * @param ours (b) files through the system
 * @param putSeconds the part of (b) until S3 had taken the last file
 * @param ceiling (c) the same transactions, and nothing else
 * @param threads the number of senders that was fastest
 * @param labUnits write units of (a) per 1,000 rows
 * @param ourUnits write units of (b) per 1,000 rows
 * @param peakHeap bytes of ingest-service's heap during (b)
 */
record Measurement(
    String title,
    Speed lab,
    Speed ours,
    double putSeconds,
    Speed ceiling,
    int threads,
    double labUnits,
    double ourUnits,
    long peakHeap) {

  /** (b) as a part of (c). */
  double partOfCeiling() {
    return ours.rowsPerSecond() / ceiling.rowsPerSecond();
  }

  /** How many times (a) is in (b). */
  double timesLab() {
    return ours.rowsPerSecond() / lab.rowsPerSecond();
  }
}
