package inventory.validation.rebuild;

/**
 * How a rebuild ended.
 *
 * @param files the number of files read
 * @param items the number of items in warehouses that were checked
 * @param differences how many of them do not match the files, and the wrong counters
 * @param fixed how many differences were fixed
 * @param unverified how many files and items could not be verified; each was reported
 */
public record RebuildResult(int files, long items, long differences, long fixed, long unverified) {

  /** This result with that of the counters. */
  public RebuildResult plus(long moreDifferences, long moreFixed, long moreUnverified) {
    return new RebuildResult(
        files,
        items,
        differences + moreDifferences,
        fixed + moreFixed,
        unverified + moreUnverified);
  }
}
