package inventory.ingest.event;

import inventory.model.EventType;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns an inventory event (requirement E2) into a movement. */
public final class EventReader {

  private static final String EVENT_TYPE = "event_type";
  private static final String EVENT_ID = "event_id";
  private static final String WAREHOUSE = "warehouse";
  private static final String PRODUCT = "product";
  private static final String PRODUCT_ID = "product_id";
  private static final String PRODUCT_NAME = "product_name";
  private static final String QUANTITY = "quantity";
  private static final String QUANTITY_CHANGE = "quantity_change";
  private static final String TIMESTAMP = "timestamp";

  private static final String TYPES =
      Arrays.stream(EventType.values()).map(EventType::wireName).collect(Collectors.joining(", "));

  private final ObjectMapper json;
  private final String defaultWarehouse;

  /**
   * Creates a reader.
   *
   * @param defaultWarehouse the warehouse of events without one
   */
  public EventReader(ObjectMapper json, String defaultWarehouse) {
    this.json = json;
    this.defaultWarehouse = defaultWarehouse;
  }

  /**
   * Reads an event.
   *
   * @param data the published data
   * @param sequenceNumber its position in the stream
   * @throws BadEventException if it is not an event
   */
  public Movement read(byte[] data, String sequenceNumber) throws BadEventException {
    Fields event = new Fields(parse(data), "");
    EventType type = type(event);
    Fields product = event.object(PRODUCT);
    StockKey key =
        new StockKey(
            event.optionalName(WAREHOUSE).orElse(defaultWarehouse), product.name(PRODUCT_ID));
    String name = name(type, product);
    long units = units(type, product);
    Instant time = product.timestamp(TIMESTAMP);
    String id =
        event.optionalName(EVENT_ID).orElseGet(() -> derivedId(type, key, name, units, time));
    Kind kind = type == EventType.PRODUCT_REMOVED ? Kind.COUNT : Kind.CHANGE;
    return Movement.of(
        new Movement.Event(id, type),
        key,
        name,
        kind,
        sequenceNumber,
        time,
        BigInteger.valueOf(units));
  }

  private JsonNode parse(byte[] data) throws BadEventException {
    JsonNode node;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
      node = json.readValue(text, JsonNode.class);
    } catch (CharacterCodingException e) {
      throw new BadEventException("", "is not valid UTF-8");
    } catch (IOException e) {
      throw new BadEventException("", "is not valid JSON: " + firstLine(e.getMessage()));
    }
    if (node == null || !node.isObject()) {
      throw new BadEventException("", "is not a JSON object");
    }
    return node;
  }

  /** Without the source position that the parser adds, which does not help people here. */
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it cannot be parsed");
  }

  private static EventType type(Fields event) throws BadEventException {
    String name = event.text(EVENT_TYPE);
    Optional<EventType> type = EventType.named(name);
    if (type.isEmpty()) {
      throw event.bad(EVENT_TYPE, "is \"%s\"; one of %s is expected".formatted(name, TYPES));
    }
    return type.get();
  }

  /** The name is required only if the event lists the product. */
  private static String name(EventType type, Fields product) throws BadEventException {
    return type == EventType.PRODUCT_ADDED
        ? product.name(PRODUCT_NAME)
        : product.optionalName(PRODUCT_NAME).orElse("");
  }

  private static long units(EventType type, Fields product) throws BadEventException {
    return switch (type) {
      case PRODUCT_ADDED -> product.wholeNumber(QUANTITY, 0);
      case PRODUCT_REMOVED -> 0;
      case QUANTITY_CHANGED -> product.wholeNumber(QUANTITY_CHANGE, Long.MIN_VALUE);
      case QUANTITY_INCREMENTED -> product.wholeNumber(QUANTITY, 1);
      case QUANTITY_DECREMENTED -> -product.wholeNumber(QUANTITY, 1);
    };
  }

  /**
   * The id of an event without one: a digest of what it states. A producer's retry has the same
   * digest, however it is formatted. A name never contains a line break.
   */
  private static String derivedId(
      EventType type, StockKey key, String name, long units, Instant time) {
    return "sha256:"
        + Hex.sha256(
            String.join(
                "\n",
                type.name(),
                key.warehouse(),
                key.itemId(),
                name,
                Long.toString(units),
                time.toString()));
  }
}
