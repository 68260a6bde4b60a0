package inventory.threshold.file;

/**
 * Why an entry does not apply.
 *
 * @param index the entry's place in the list, from 1
 * @param field the field at fault; empty where it is the entry as a whole
 * @param reason what is wrong with it, in words for people
 */
public record Reject(int index, String field, String reason) {

  /** Because of the item's threshold in other entries. */
  public static Reject conflict(int index, String reason) {
    return new Reject(index, Fields.RESTOCK_IF_BELOW, reason);
  }
}
