package inventory.model.message;

import inventory.model.Names;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Tells alert-service which items changed. It is a hint: it says nothing of the levels, which the
 * receiver reads anew, so that a repeated or late message does no harm.
 *
 * @param batch what belongs together in one notice: the file's id
 * @param cause what changed the items, for people: the file's key
 * @param items the items that changed, each once; empty if they are listed in {@code listKey}
 * @param listKey the key, in the inbox bucket, of an object that lists the items, one {@link Item}
 *     as JSON a line, where they are too many for one message; else null
 */
@Serdeable
public record ChangedItems(String batch, String cause, List<Item> items, @Nullable String listKey) {

  /** Lists are copied, so that a message never changes. */
  public ChangedItems {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /**
   * An item in one warehouse, or in all of them.
   *
   * @param warehouse the warehouse's name; null for every warehouse that has the item, as when its
   *     threshold changed
   * @param itemId the item's identifier
   */
  @Serdeable
  public record Item(@Nullable String warehouse, String itemId) {

    /**
     * The same item, if its names are good.
     *
     * @throws IllegalArgumentException if a name is missing or not good, see {@link Names}
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
