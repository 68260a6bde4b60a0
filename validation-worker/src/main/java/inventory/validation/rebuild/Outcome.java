package inventory.validation.rebuild;

/**
 * How a rebuild ended.
 *
 * @param files how many files were read
 * @param items how many items in warehouses were looked at
 * @param differences how many of them were not what the files give
 * @param mended how many of these were mended
 * @param unproved how many things could not be proved; each was reported
 */
public record Outcome(int files, long items, long differences, long mended, long unproved) {}
