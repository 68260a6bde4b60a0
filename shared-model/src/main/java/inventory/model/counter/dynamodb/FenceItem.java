package inventory.model.counter.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record that is written only to be seen in the table's stream: when the projection reaches it,
 * all that was written before it in the same shard is counted, and the checkpoint of the shard says
 * so.
 */
public final class FenceItem {

  private static final String FENCE = "fence";

  private FenceItem() {}

  /**
   * The record.
   *
   * @param place a random text, which decides about the shard
   * @param fence the id of the fence, the same in all shards
   */
  public static Map<String, AttributeValue> toItem(String place, String fence, Instant expiresAt) {
    return new ItemBuilder(Values.key(Keys.FENCE_PREFIX + place, Keys.ONLY))
        .text(FENCE, fence)
        .put(Table.EXPIRES_AT, number(expiresAt.getEpochSecond()))
        .build();
  }

  /** The fence of an item of the table, if it is one. */
  public static Optional<String> fenceOf(Map<String, AttributeValue> item) {
    return !item.isEmpty() && item.get(Table.PK).s().startsWith(Keys.FENCE_PREFIX)
        ? new Attributes(item).optionalText(FENCE)
        : Optional.empty();
  }

  /** Records in a checkpoint that the projection reached a fence. */
  static void reached(String fence, ItemUpdate checkpoint) {
    checkpoint.set(FENCE, text(fence));
  }

  /** The last fence that the projection reached in the shard of a checkpoint. */
  public static Optional<String> reachedBy(Map<String, AttributeValue> checkpoint) {
    return new Attributes(checkpoint).optionalText(FENCE);
  }
}
