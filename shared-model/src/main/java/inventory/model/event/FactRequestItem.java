package inventory.model.event;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request to state facts over REST, kept for {@link #LIFETIME} after it was received.
 *
 * @param client the subject of the access token
 * @param key the client's idempotency key
 * @param body the compressed body of the request, at most 300 KB
 * @param receivedAt when it was first received
 * @param sentAt when all its messages were in the queue; empty until then
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would cost memory.
public record FactRequestItem(
    String client, String key, byte[] body, Instant receivedAt, Optional<Instant> sentAt) {

  /** How long a request is remembered. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** When all messages were in the queue, for the update. */
  public static final String SENT_AT = "sentAt";

  private static final String CLIENT = "client";
  private static final String KEY = "key";
  private static final String BODY = "body";
  private static final String RECEIVED_AT = "receivedAt";

  /** The key of a request with an id, see {@link FactIds#request}. */
  public static Map<String, AttributeValue> key(String id) {
    return Values.key(Keys.facts(id), Keys.ONLY);
  }

  /** Whether an item of the partition {@link Keys#facts} is the request. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.get(Table.SK).s().equals(Keys.ONLY);
  }

  /** The request of an item of the table. */
  public static FactRequestItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new FactRequestItem(
        attributes.text(CLIENT),
        attributes.text(KEY),
        attributes.bytes(BODY).orElseThrow(),
        attributes.instant(RECEIVED_AT),
        attributes.optionalInstant(SENT_AT));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    return new ItemBuilder(key(FactIds.request(client, key)))
        .text(CLIENT, client)
        .text(KEY, key)
        .put(BODY, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(body)))
        .instant(RECEIVED_AT, receivedAt)
        .instant(SENT_AT, sentAt)
        .number(Table.EXPIRES_AT, receivedAt.plus(LIFETIME).getEpochSecond())
        .build();
  }
}
