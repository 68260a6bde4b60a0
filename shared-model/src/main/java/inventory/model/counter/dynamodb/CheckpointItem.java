package inventory.model.counter.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.table.Attributes;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far a shard of the table's stream is counted. */
public final class CheckpointItem {

  private static final String SEQUENCE = "sequence";
  // The sequence, padded: text sorts like the number.
  private static final String ORDER = "order";
  private static final int MAX_DIGITS = 40;

  private CheckpointItem() {}

  /** The key of a shard's checkpoint. */
  public static Map<String, AttributeValue> key(String shard) {
    return Values.key(Keys.checkpoint(shard), Keys.ONLY);
  }

  /**
   * Moves the checkpoint over the records from the first to the last. The condition fails if the
   * first one is counted already.
   *
   * @param fence the last fence among the records, see {@link FenceItem}
   * @param expiresAt when the record may be deleted; empty for never
   */
  public static ItemUpdate advance(
      String first, String last, Optional<String> fence, Optional<Instant> expiresAt) {
    ItemUpdate update =
        new ItemUpdate()
            .set(SEQUENCE, text(last))
            .set(ORDER, text(order(last)))
            .onlyIf(
                "attribute_not_exists(#order) OR #order < :first",
                Map.of(":first", text(order(first))));
    fence.ifPresent(reached -> FenceItem.reached(reached, update));
    expiresAt.ifPresent(at -> update.set(Table.EXPIRES_AT, number(at.getEpochSecond())));
    return update;
  }

  /** The sequence number of the last record that is counted. */
  public static String sequenceOf(Map<String, AttributeValue> item) {
    return new Attributes(item).text(SEQUENCE);
  }

  /** A sequence number of at most 40 digits as text that sorts like the number. */
  private static String order(String sequence) {
    return "0".repeat(MAX_DIGITS - sequence.length()) + sequence;
  }
}
