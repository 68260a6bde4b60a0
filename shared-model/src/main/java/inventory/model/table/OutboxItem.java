package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.StockState;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A notification that has not been sent, in the partition of its audience by the time when it is
 * due.
 *
 * @param audience who is to be notified
 * @param due when it may be sent at the earliest
 * @param batch what belongs into one message: the id of the file that changed stock
 * @param cause what happened, for people: the key of a file, or which run ended
 * @param subject what the notification is about
 */
public record OutboxItem(
    String audience, Instant due, String batch, String cause, Subject subject) {

  /** The prefix of the sort keys in the audience's partition. */
  public static final String PREFIX = "NOTICE#";

  private static final String AUDIENCE = "audience";
  private static final String BATCH = "batch";
  private static final String CAUSE = "cause";
  private static final String STATE = "state";
  private static final String NUMBER = "number";
  private static final String FILE_ID = "fileId";
  private static final String RUN_ID = "runId";
  private static final String ENDING = "ending";
  private static final String SILENT_SINCE = "silentSince";
  private static final String ENDPOINT_ID = "endpointId";
  private static final String AT = "at";

  /** The subject of a notification. */
  public sealed interface Subject {

    /** Distinguishes the notification from all others. */
    String id();
  }

  /**
   * An alert's new state.
   *
   * @param number which of the alert's notifications it is, from 1
   */
  public record Alert(AlertId alert, StockState state, long number) implements Subject {

    // Of fixed width, so notifications about an alert that are due together sort in their order.
    private static final String WIDE = "%019d";

    @Override
    public String id() {
      return alert.digest() + "#" + WIDE.formatted(number);
    }
  }

  /** The end of a file. */
  public record File(String fileId) implements Subject {
    @Override
    public String id() {
      return "FILE#" + fileId;
    }
  }

  /**
   * The end of a validation run.
   *
   * @param ending how often the run had ended, 1 or more
   */
  public record Run(String runId, int ending) implements Subject {
    @Override
    public String id() {
      return "RUN#" + runId + "#" + ending;
    }
  }

  /**
   * A warehouse that has stopped sending files.
   *
   * @param since when its last file was uploaded
   */
  public record Silence(String warehouse, Instant since) implements Subject {
    @Override
    public String id() {
      return "SILENCE#" + Keys.sortable(warehouse) + "#" + since;
    }
  }

  /**
   * A change of a webhook endpoint.
   *
   * @param at when
   */
  public record Webhook(String endpointId, Instant at) implements Subject {
    @Override
    public String id() {
      return "WEBHOOK#" + endpointId + "#" + at;
    }
  }

  /** The notification's key. */
  public Map<String, AttributeValue> key() {
    return key(audience, due, subject.id());
  }

  /** The key of a notification. */
  public static Map<String, AttributeValue> key(String audience, Instant due, String id) {
    return Values.key(Keys.outbox(audience), PREFIX + Position.of(due, id));
  }

  /** One notification that is due, of any audience; the index may lag by moments. */
  public static QueryRequest anyDue(String table, Instant now) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.INDEX)
        .limit(1)
        .keyConditionExpression(Table.INDEX_PK + " = :pk AND " + Table.INDEX_SK + " < :now")
        .expressionAttributeValues(
            Map.of(
                ":pk",
                Values.text(Keys.UNSENT),
                ":now",
                Values.text(Position.time(now) + Position.LAST)))
        .build();
  }

  /** The notification of an item of the table. */
  public static OutboxItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new OutboxItem(
        attributes.text(AUDIENCE),
        Position.instant(attributes.text(Table.SK).substring(PREFIX.length())),
        attributes.text(BATCH),
        attributes.text(CAUSE),
        subject(item, attributes));
  }

  private static Subject subject(Map<String, AttributeValue> item, Attributes attributes) {
    if (attributes.has(FILE_ID)) {
      return new File(attributes.text(FILE_ID));
    }
    if (attributes.has(RUN_ID)) {
      return new Run(attributes.text(RUN_ID), (int) attributes.count(ENDING));
    }
    if (attributes.has(SILENT_SINCE)) {
      return new Silence(attributes.text(AlertItem.WAREHOUSE), attributes.instant(SILENT_SINCE));
    }
    if (attributes.has(ENDPOINT_ID)) {
      return new Webhook(attributes.text(ENDPOINT_ID), attributes.instant(AT));
    }
    return new Alert(
        AlertItem.alertOf(item),
        StockState.valueOf(attributes.text(STATE)),
        attributes.count(NUMBER));
  }

  /** The item; it is in the index of unsent notifications by the time when it is due. */
  public Map<String, AttributeValue> toItem() {
    ItemBuilder item =
        new ItemBuilder(key())
            .index(Keys.UNSENT, Position.of(due, subject.id()))
            .text(AUDIENCE, audience)
            .text(BATCH, batch)
            .text(CAUSE, cause);
    if (subject instanceof File file) {
      item.text(FILE_ID, file.fileId());
    } else if (subject instanceof Run run) {
      item.text(RUN_ID, run.runId()).number(ENDING, run.ending());
    } else if (subject instanceof Silence silence) {
      item.text(AlertItem.WAREHOUSE, silence.warehouse()).instant(SILENT_SINCE, silence.since());
    } else if (subject instanceof Webhook webhook) {
      item.text(ENDPOINT_ID, webhook.endpointId()).instant(AT, webhook.at());
    } else if (subject instanceof Alert alert) {
      item.putAll(AlertItem.about(alert.alert()))
          .text(STATE, alert.state().name())
          .number(NUMBER, alert.number());
    }
    return item.build();
  }
}
