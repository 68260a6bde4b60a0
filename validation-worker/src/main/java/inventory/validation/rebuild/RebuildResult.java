package inventory.validation.rebuild;

/**
 * How a rebuild ended.
 *
 * @param files the number of files read
 * @param items the number of items in warehouses that were checked
 * @param differences how many of them do not match the files
 * @param fixed how many differences were fixed
 * @param unverified how many files and items could not be verified; each was reported
 */
public record RebuildResult(int files, long items, long differences, long fixed, long unverified) {}
