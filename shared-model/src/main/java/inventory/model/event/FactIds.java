package inventory.model.event;

import inventory.model.Hex;
import inventory.model.message.StreamRecord;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The ids of facts that clients state over REST. They follow from the client, its idempotency key
 * and the number of the entry, so a repeated request has the same ids and the claim on the event's
 * id makes it harmless.
 */
public final class FactIds {

  /** The prefix of the ids of these facts' events and records. */
  public static final String PREFIX = "api:";

  private static final String OWN = "id";
  private static final int REQUEST_LENGTH = 32;
  private static final int HEX = 16;
  private static final int MAX_CLIENT = 200;

  private FactIds() {}

  /**
   * The id of a request: 32 hexadecimal digits.
   *
   * @param client the subject of the client's access token
   * @param key its idempotency key
   */
  public static String request(String client, String key) {
    return Hex.sha256(client + "\n" + key).substring(0, REQUEST_LENGTH);
  }

  /**
   * The identity of the record of an entry, {@link StreamRecord#eventID}; unique, and also the
   * message's deduplication id.
   *
   * @param index the entry's number in the request, from 1 to 999
   */
  public static String record(String request, int index) {
    return PREFIX + request + ":" + index;
  }

  /** Whether a record is a fact that a client stated over REST. */
  public static boolean isFact(StreamRecord record) {
    return record.eventID().startsWith(PREFIX);
  }

  /** The request of a record that {@link #isFact}. */
  public static String requestOf(StreamRecord record) {
    return record.eventID().substring(PREFIX.length(), PREFIX.length() + REQUEST_LENGTH);
  }

  /** The number of the entry of a record that {@link #isFact}. */
  public static int indexOf(StreamRecord record) {
    return Integer.parseInt(record.eventID().substring(PREFIX.length() + REQUEST_LENGTH + 1));
  }

  /** The id of the event of an entry without an id of its own. */
  public static String event(String client, String request, int index) {
    return prefixOf(client) + request + ":" + index;
  }

  /** The id of the event of an entry with the client's own id for the fact. */
  public static String event(String client, String ownId) {
    return prefixOf(client) + OWN + ":" + ownId;
  }

  private static String prefixOf(String client) {
    String encoded = URLEncoder.encode(client, StandardCharsets.UTF_8);
    return PREFIX + (encoded.length() <= MAX_CLIENT ? encoded : Hex.sha256(client)) + ":";
  }

  /** Whether the id of an event is reserved for facts stated over REST. */
  public static boolean isReserved(String eventId) {
    return eventId.startsWith(PREFIX);
  }

  /**
   * The client that stated the event with this id over REST; the SHA-256 of a very long name. Empty
   * for an event of the stream.
   */
  public static Optional<String> clientOf(String eventId) {
    int end = eventId.indexOf(':', PREFIX.length());
    return isReserved(eventId) && end > 0
        ? Optional.of(
            URLDecoder.decode(eventId.substring(PREFIX.length(), end), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * The sequence number of an entry: 55 digits, unique. Later requests have larger numbers, and
   * later entries of a request. The numbers of Kinesis have 56 digits: of a fact stated over REST
   * and an event of the stream at the same time, the event counts as the later one.
   */
  public static String sequenceNumber(Instant receivedAt, String request, int index) {
    return "%013d%039d%03d"
        .formatted(receivedAt.toEpochMilli(), new BigInteger(request, HEX), index);
  }
}
