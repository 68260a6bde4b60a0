package inventory.model.message;

import inventory.model.Names;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Notifies alert-service that items have changed. The message is a hint without levels: the
 * receiver reads the current ones, so a repeated or late message does no harm.
 *
 * @param batch the file's id; changes of one batch are reported in one notification
 * @param cause what changed the items, for people: the file's key
 * @param items the items that changed, each once; empty if they are listed in {@code listKey}
 * @param listKey the key, in the inbox bucket, of an object that lists the items, one {@link Item}
 *     as JSON per line, if they are too many for one message; otherwise null
 */
@Serdeable
public record ChangedItems(String batch, String cause, List<Item> items, @Nullable String listKey) {

  /** Copies the list. */
  public ChangedItems {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /**
   * An item in one warehouse, or in all of them.
   *
   * @param warehouse the warehouse's name; null for every warehouse that has the item, for example
   *     when its threshold has changed
   * @param itemId the item's identifier
   */
  @Serdeable
  public record Item(@Nullable String warehouse, String itemId) {

    /**
     * This item, if its names are valid.
     *
     * @throws IllegalArgumentException if a name is missing or invalid, see {@link Names}
     */
    public Item checked() {
      if (warehouse != null) {
        check("warehouse", warehouse);
      }
      check("itemId", itemId);
      return this;
    }

    private static void check(String field, @Nullable String name) {
      String problem = name == null ? "is missing" : Names.problemWith(name).orElse(null);
      if (problem != null) {
        throw new IllegalArgumentException("The " + field + " of a changed item " + problem);
      }
    }
  }
}
