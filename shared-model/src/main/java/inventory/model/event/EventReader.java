package inventory.model.event;

import inventory.model.EventType;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.message.StreamRecord;
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
   * Reads the event of a record.
   *
   * @throws BadFieldException if its data is not an event
   * @throws IllegalArgumentException if its data is not Base64
   */
  public Movement read(StreamRecord record) throws BadFieldException {
    Fields event = Fields.of(parse(record.bytes()));
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
    if (FactIds.isReserved(id) && !FactIds.isFact(record)) {
      throw event.bad(
          BadFieldException.BAD_ID,
          EVENT_ID,
          "begins with \"%s\", which only facts stated over REST may".formatted(FactIds.PREFIX));
    }
    return Movement.of(
        new Movement.Event(id, type),
        key,
        name,
        type.isCount() ? Kind.COUNT : Kind.CHANGE,
        record.sequenceNumber(),
        time,
        BigInteger.valueOf(units));
  }

  private JsonNode parse(byte[] data) throws BadFieldException {
    JsonNode node;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
      node = json.readValue(text, JsonNode.class);
    } catch (CharacterCodingException e) {
      throw new BadFieldException(BadFieldException.WRONG_TYPE, "", "is not valid UTF-8");
    } catch (IOException e) {
      throw new BadFieldException(
          BadFieldException.WRONG_TYPE, "", "is not valid JSON: " + firstLine(e.getMessage()));
    }
    return node == null ? JsonNode.nullNode() : node;
  }

  /** Without the source position that the parser adds, which does not help people here. */
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it cannot be parsed");
  }

  private static EventType type(Fields event) throws BadFieldException {
    String name = event.text(EVENT_TYPE);
    Optional<EventType> type = EventType.named(name);
    if (type.isEmpty()) {
      throw event.bad(
          BadFieldException.UNKNOWN_VALUE,
          EVENT_TYPE,
          "is \"%s\"; one of %s is expected".formatted(name, TYPES));
    }
    return type.get();
  }

  /** The name is required only if the event lists the product. */
  private static String name(EventType type, Fields product) throws BadFieldException {
    return type == EventType.PRODUCT_ADDED
        ? product.name(PRODUCT_NAME)
        : product.optionalName(PRODUCT_NAME).orElse("");
  }

  private static long units(EventType type, Fields product) throws BadFieldException {
    return switch (type) {
      case PRODUCT_ADDED -> product.wholeNumber(QUANTITY, 0);
      case PRODUCT_REMOVED -> 0;
      case QUANTITY_COUNTED -> product.wholeNumber(QUANTITY, 0);
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
