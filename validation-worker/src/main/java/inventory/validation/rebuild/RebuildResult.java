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

  /** The result for something that is neither a file nor an item. */
  public static RebuildResult of(long differences, long fixed, long unverified) {
    return new RebuildResult(0, 0, differences, fixed, unverified);
  }

  /** The sum of two results. */
  public RebuildResult plus(RebuildResult other) {
    return new RebuildResult(
        files + other.files,
        items + other.items,
        differences + other.differences,
        fixed + other.fixed,
        unverified + other.unverified);
  }
}
