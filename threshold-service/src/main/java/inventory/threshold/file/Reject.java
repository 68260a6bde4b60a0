package inventory.threshold.file;

/**
 * The reason why an entry does not apply.
 *
 * @param index the entry's position in the list, from 1
 * @param field the bad field; empty if it is the entry as a whole
 * @param reason what is wrong, in words for people
 */
public record Reject(int index, String field, String reason) {

  /** A reject because other entries have different thresholds for the item. */
  public static Reject conflict(int index, String reason) {
    return new Reject(index, Fields.RESTOCK_IF_BELOW, reason);
  }
}
