package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An unsent notification in the outbox.
 *
 * @param batch the batch that it belongs to; all entries of a batch are sent together
 * @param cause what happened, for people: the key of a file, or which run ended
 * @param subject what the notification is about
 */
public record OutboxItem(String batch, String cause, Subject subject) {

  /** The prefix of the sort keys in the batch's partition. */
  public static final String PREFIX = "NOTICE#";

  /** The batch, for projections; {@link #batchOf} reads it. */
  public static final String BATCH = "batch";

  private static final String CAUSE = "cause";
  private static final String ITEM_NAME = "itemName";
  private static final String STATE = "state";
  private static final String STOCK_LEVEL = "stockLevel";
  private static final String RESTOCK_IF_BELOW = "restockIfBelow";
  private static final String FILE_ID = "fileId";
  private static final String RUN_ID = "runId";

  /** The subject of a notification. */
  public sealed interface Subject {

    /** Distinguishes the notification from others of its batch. */
    String id();
  }

  /**
   * An alert's new state.
   *
   * @param revision the revision of the alert with this state
   */
  public record Alert(
      AlertId alert,
      String itemName,
      StockState state,
      BigInteger stockLevel,
      long restockIfBelow,
      long revision)
      implements Subject {

    // Of fixed width, so notifications about an alert sort in the order of their revisions.
    private static final String WIDE = "%019d";

    @Override
    public String id() {
      return alert.digest() + "#" + WIDE.formatted(revision);
    }
  }

  /** The end of a file. */
  public record File(String fileId) implements Subject {
    @Override
    public String id() {
      return "FILE";
    }
  }

  /** The end of a validation run. */
  public record Run(String runId) implements Subject {
    @Override
    public String id() {
      return "RUN";
    }
  }

  /** The notification's key. */
  public Map<String, AttributeValue> key() {
    return Values.key(Keys.outbox(batch), PREFIX + subject.id());
  }

  /** The notification of an item of the table. */
  public static OutboxItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new OutboxItem(batchOf(item), attributes.text(CAUSE), subject(item, attributes));
  }

  private static Subject subject(Map<String, AttributeValue> item, Attributes attributes) {
    if (attributes.has(FILE_ID)) {
      return new File(attributes.text(FILE_ID));
    }
    if (attributes.has(RUN_ID)) {
      return new Run(attributes.text(RUN_ID));
    }
    return new Alert(
        AlertItem.alertOf(item),
        attributes.text(ITEM_NAME),
        StockState.valueOf(attributes.text(STATE)),
        attributes.whole(STOCK_LEVEL),
        attributes.count(RESTOCK_IF_BELOW),
        revision(attributes.text(Table.SK)));
  }

  /** The end of the sort key, see {@link Alert#id}. */
  private static long revision(String sk) {
    return Long.parseLong(sk.substring(sk.lastIndexOf('#') + 1));
  }

  /** The batch of a notification. */
  public static String batchOf(Map<String, AttributeValue> item) {
    return new Attributes(item).text(BATCH);
  }

  /**
   * The item; it is in the index of unsent notifications.
   *
   * @param at when the batch began
   */
  public Map<String, AttributeValue> toItem(Instant at) {
    ItemBuilder item =
        new ItemBuilder(key())
            .index(Keys.UNSENT, Position.of(at, batch))
            .text(BATCH, batch)
            .text(CAUSE, cause);
    if (subject instanceof File file) {
      item.text(FILE_ID, file.fileId());
    } else if (subject instanceof Run run) {
      item.text(RUN_ID, run.runId());
    } else if (subject instanceof Alert alert) {
      put(alert, item);
    }
    return item.build();
  }

  private static void put(Alert alert, ItemBuilder item) {
    item.putAll(AlertItem.about(alert.alert()))
        .text(ITEM_NAME, alert.itemName())
        .text(STATE, alert.state().name())
        .number(STOCK_LEVEL, alert.stockLevel())
        .number(RESTOCK_IF_BELOW, alert.restockIfBelow());
  }
}
