package inventory.model.table;

import static inventory.model.table.Values.text;

import inventory.model.Position;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A lease: one process at a time may work, until the lease ends. */
public final class LeaseItem {

  private static final String HOLDER = "holder";
  private static final String HELD_UNTIL = "heldUntil";

  /** Condition: the process {@code :holder} has the lease. */
  public static final String IS_OURS = "#holder = :holder";

  private LeaseItem() {}

  /** Takes the lease, or extends it, unless another process has it at this time. */
  public static ItemUpdate acquire(String holder, Instant now, Instant until) {
    return new ItemUpdate()
        .set(HOLDER, text(holder))
        .set(HELD_UNTIL, text(Position.time(until)))
        .onlyIf(
            "attribute_not_exists(#holder) OR #heldUntil < :now OR " + IS_OURS,
            Map.of(":now", text(Position.time(now))));
  }

  /** Begins an update that needs the lease. */
  public static ItemUpdate heldBy(String holder) {
    return new ItemUpdate().onlyIf(IS_OURS, Map.of(":holder", text(holder)));
  }

  /** Extends the lease of a process that has it. */
  public static ItemUpdate renew(String holder, Instant until) {
    return heldBy(holder).set(HELD_UNTIL, text(Position.time(until)));
  }

  /** Ends the lease of a process that has it. */
  public static ItemUpdate release(String holder) {
    return heldBy(holder).remove(HOLDER).remove(HELD_UNTIL);
  }

  /** The process that has the lease. */
  public static String holderOf(Map<String, AttributeValue> item) {
    return new Attributes(item).text(HOLDER);
  }

  /** When the lease ends. */
  public static Instant untilOf(Map<String, AttributeValue> item) {
    return Position.instant(new Attributes(item).text(HELD_UNTIL));
  }
}
