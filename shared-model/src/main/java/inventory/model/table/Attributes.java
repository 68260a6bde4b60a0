package inventory.model.table;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of an item. A method that returns no {@code Optional} throws an {@link
 * IllegalStateException} if the attribute is absent, unless it says otherwise.
 *
 * @param item an item, or a map inside of one
 */
public record Attributes(Map<String, AttributeValue> item) {

  /** Whether the attribute exists. */
  public boolean has(String name) {
    return item.containsKey(name);
  }

  /** A string. */
  public String text(String name) {
    return required(name).s();
  }

  /** A string, if it exists. */
  public Optional<String> optionalText(String name) {
    return optional(name).map(AttributeValue::s);
  }

  /** A list of strings; empty if it is absent. */
  public List<String> texts(String name) {
    return optional(name).map(AttributeValue::l).orElse(List.of()).stream()
        .map(AttributeValue::s)
        .toList();
  }

  /** A boolean; false if it is absent. */
  public boolean flag(String name) {
    return optional(name).map(AttributeValue::bool).orElse(false);
  }

  /** A whole number of any size. */
  public BigInteger whole(String name) {
    return new BigInteger(required(name).n());
  }

  /** A whole number of any size, if it exists. */
  public Optional<BigInteger> optionalWhole(String name) {
    return optional(name).map(value -> new BigInteger(value.n()));
  }

  /** A whole number of at most 64 bits; 0 if it is absent. */
  public long count(String name) {
    return optionalLong(name).orElse(0L);
  }

  /** A whole number of at most 64 bits, if it exists. */
  public Optional<Long> optionalLong(String name) {
    return optional(name).map(value -> Long.valueOf(value.n()));
  }

  /** A whole number of at most 32 bits, if it exists. */
  public Optional<Integer> optionalInt(String name) {
    return optional(name).map(value -> Integer.valueOf(value.n()));
  }

  /** A decimal number, if it exists. */
  public Optional<Double> optionalDecimal(String name) {
    return optional(name).map(value -> Double.valueOf(value.n()));
  }

  /** An ISO 8601 instant. */
  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  /** An ISO 8601 instant, if it exists. */
  public Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  /** Bytes, if they exist; not a copy. */
  public Optional<byte[]> bytes(String name) {
    return optional(name).map(value -> value.b().asByteArrayUnsafe());
  }

  /** A map of whole numbers of at most 64 bits; empty if it is absent. */
  public Map<String, Long> counts(String name) {
    return optional(name).map(AttributeValue::m).orElse(Map.of()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Long.valueOf(entry.getValue().n())));
  }

  /** A list of maps; empty if it is absent. */
  public List<Attributes> maps(String name) {
    return optional(name).map(AttributeValue::l).orElse(List.of()).stream()
        .map(value -> new Attributes(value.m()))
        .toList();
  }

  private Optional<AttributeValue> optional(String name) {
    return Optional.ofNullable(item.get(name));
  }

  private AttributeValue required(String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "the record %s, %s has no attribute %s"
              .formatted(item.get(Table.PK), item.get(Table.SK), name));
    }
    return value;
  }
}
