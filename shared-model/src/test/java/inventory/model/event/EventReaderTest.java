package inventory.model.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import io.micronaut.serde.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

  private static final String SAMPLE =
      """
      {"event_type": "product_added",
       "product": {"product_id": "P98765", "product_name": "Laptop", "quantity": 10,
                   "timestamp": "2023-09-11T12:00:00Z"}}
      """;

  private final EventReader reader = new EventReader(ObjectMapper.getDefault(), "ONLINE");

  @Test
  void theSampleOfTheRequirementsIsAChangeInTheConfiguredWarehouse() throws Exception {
    Movement movement = read(SAMPLE);

    assertThat(movement.key()).isEqualTo(new StockKey("ONLINE", "P98765"));
    assertThat(movement.itemName()).isEqualTo("Laptop");
    assertThat(movement.kind()).isEqualTo(Kind.CHANGE);
    assertThat(movement.total()).isEqualTo(BigInteger.TEN);
    assertThat(movement.lastTime()).isEqualTo(Instant.parse("2023-09-11T12:00:00Z"));
    assertThat(movement.event().orElseThrow().type()).isEqualTo(EventType.PRODUCT_ADDED);
    assertThat(movement.position()).isEqualTo("2023-09-11T12:00:00.000000000Z#stream-002-42");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          product_removed      | "quantity": 7                      | COUNT  | 0
          quantity_counted     | "quantity": 0                      | COUNT  | 0
          quantity_counted     | "quantity": 9007199254740993       | COUNT  | 9007199254740993
          quantity_changed     | "quantity_change": -3              | CHANGE | -3
          quantity_changed     | "quantity_change": 9007199254740993| CHANGE | 9007199254740993
          quantity_incremented | "quantity": 4                      | CHANGE | 4
          quantity_decremented | "quantity": 9223372036854775807    | CHANGE | -9223372036854775807
          """)
  void eachTypeHasItsEffect(String type, String units, Kind kind, BigInteger total)
      throws Exception {
    Movement movement = read(event(type, units));

    assertThat(movement.kind()).isEqualTo(kind);
    assertThat(movement.total()).isEqualTo(total);
    assertThat(movement.itemName()).isEmpty();
  }

  @Test
  void theWarehouseAndTheIdAreTheEventsOwnWhereItHasThem() throws Exception {
    Movement movement =
        read(
            """
            {"event_type": "quantity_changed", "event_id": "e-1", "warehouse": "Zürich 1",
             "price": 3.5, "product": {"product_id": "漢 1", "product_name": null,
             "quantity_change": 1, "timestamp": "2023-09-11T14:00:00.123456789+02:00"}}
            """);

    assertThat(movement.key()).isEqualTo(new StockKey("Zürich 1", "漢 1"));
    assertThat(movement.event().orElseThrow().id()).isEqualTo("e-1");
    assertThat(movement.lastTime()).isEqualTo(Instant.parse("2023-09-11T12:00:00.123456789Z"));
  }

  @Test
  void anEventWithoutAnIdIsKnownAgainByWhatItSaysHoweverItIsWritten() throws Exception {
    String rewritten =
        """
        {"product":{"timestamp":"2023-09-11T14:00:00.000+02:00","quantity":10,
         "product_name":"Lap\\u0074op","product_id":"P98765"},"event_type":"product_added"}
        """;

    String id = read(SAMPLE).event().orElseThrow().id();

    assertThat(read(rewritten).event().orElseThrow().id()).isEqualTo(id);
    for (String other :
        new String[] {
          SAMPLE.replace("10", "11"),
          SAMPLE.replace("Laptop", "Laptop 2"),
          SAMPLE.replace("P98765", "P98766"),
          SAMPLE.replace("12:00:00Z", "12:00:00.000000001Z"),
        }) {
      assertThat(read(other).event().orElseThrow().id()).isNotEqualTo(id);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          product_sold         | "quantity": 1              | event_type              | is "product_sold"; one of product_added,
          product_removed      | "timestamp": "yesterday"   | product.timestamp       | is "yesterday"; a time from 1970 to 2199
          product_removed      | "timestamp": 1694433600    | product.timestamp       | is 1694433600; a string is expected
          product_removed      | "product_id": " "          | product.product_id      | is empty
          product_removed      | "product_id": 98765        | product.product_id      | is 98765; a string is expected
          product_removed      | "product_name": "a\\u0007" | product.product_name    | contains a control character
          product_removed      | "product_id": "a\\ud800"   | product.product_id      | half
          product_removed      | "product_id": "a\\udc00"   | product.product_id      | half
          product_added        | "quantity": 1              | product.product_name    | is missing
          quantity_changed     | "quantity": 1              | product.quantity_change | is missing
          quantity_changed     | "quantity_change": "1"     | product.quantity_change | is the text "1"; a whole number of 64 bits
          quantity_changed     | "quantity_change": 1.5     | product.quantity_change | is 1.5; a whole number
          quantity_changed     | "quantity_change": 1e30    | product.quantity_change | ; a whole number of 64 bits
          quantity_changed     | "quantity_change": 1e400   | product.quantity_change | ; a whole number of 64 bits
          quantity_changed     | "quantity_change": -1e400  | product.quantity_change | ; a whole number of 64 bits
          quantity_changed     | "quantity_change": 7.0     | product.quantity_change | in digits alone is expected
          quantity_changed     | "quantity_change": 9007199254740993.0      | product.quantity_change | in digits alone is expected
          quantity_changed     | "quantity_change": 0.99999999999999999999  | product.quantity_change | in digits alone is expected
          quantity_changed     | "quantity_change": 1.0000000000000000001   | product.quantity_change | in digits alone is expected
          quantity_changed     | "quantity_change": 9223372036854775808 | product.quantity_change | is 9223372036854775808; a whole
          quantity_incremented | "quantity": 0              | product.quantity        | is 0; a whole number from 1 to
          quantity_decremented | "quantity": -2             | product.quantity        | is -2; a whole number from 1 to
          quantity_counted     | "quantity": -1             | product.quantity        | is -1; a whole number from 0 to
          """)
  void aBadFieldIsNamedWithTheReason(String type, String field, String name, String reason) {
    assertThatThrownBy(() -> read(event(type, field)))
        .isInstanceOfSatisfying(
            BadFieldException.class,
            bad -> {
              assertThat(bad.field()).isEqualTo(name);
              assertThat(bad).hasMessageContaining(reason);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"event_type": "product_removed | is not valid JSON:
          ``                              | is not valid JSON
          null                            | is not a JSON object
          [1]                             | is not a JSON object
          {}                              | is missing
          {"event_type": "product_removed", "product": []} | is an array; an object is expected
          {"event_type": "product_removed", "event_id": 7} | is missing
          """)
  void dataThatIsNotAnEventIsRejected(String data, String reason) {
    assertThatThrownBy(() -> read(data))
        .isInstanceOf(BadFieldException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void onlyAFactStatedOverRestHasAnIdOfTheApi() throws Exception {
    String request = FactIds.request("shop", "key");
    String id = FactIds.event("shop", request, 1);
    String event = SAMPLE.replace("{\"event_type", "{\"event_id\": \"" + id + "\", \"event_type");

    Movement fact = reader.read(record(FactIds.record(request, 1), event.getBytes(UTF_8)));

    assertThat(fact.event().orElseThrow().id()).isEqualTo(id);
    assertThatThrownBy(() -> read(event))
        .isInstanceOfSatisfying(
            BadFieldException.class,
            bad -> {
              assertThat(bad.field()).isEqualTo("event_id");
              assertThat(bad.code()).isEqualTo(BadFieldException.BAD_ID);
            });
  }

  @Test
  void dataThatIsNotTextIsRejected() {
    assertThatThrownBy(() -> reader.read(record("shard:1", "{\"ü\":1}".getBytes(ISO_8859_1))))
        .isInstanceOf(BadFieldException.class)
        .hasMessage("is not valid UTF-8");
  }

  /** An event with all that it needs but units; a field given here takes the place of another. */
  private static String event(String type, String field) {
    StringBuilder product = new StringBuilder(field);
    add(product, "product_id", "\"p\"");
    add(product, "timestamp", "\"2023-09-11T12:00:00Z\"");
    return "{\"event_type\": \"%s\", \"product\": {%s}}".formatted(type, product);
  }

  private static void add(StringBuilder fields, String name, String value) {
    if (fields.indexOf("\"" + name + "\"") < 0) {
      fields.append(", \"").append(name).append("\": ").append(value);
    }
  }

  private Movement read(String event) throws BadFieldException {
    return reader.read(record("shard:42", event.getBytes(UTF_8)));
  }

  private static StreamRecord record(String eventId, byte[] data) {
    return new StreamRecord(eventId, "p", "42", 0, Base64.getEncoder().encodeToString(data));
  }
}
