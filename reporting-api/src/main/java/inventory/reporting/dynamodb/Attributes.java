package inventory.reporting.dynamodb;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the attributes of an item of the table. */
final class Attributes {

  private final Map<String, AttributeValue> item;

  Attributes(Map<String, AttributeValue> item) {
    this.item = item;
  }

  boolean has(String name) {
    return item.containsKey(name);
  }

  String text(String name) {
    return required(name).s();
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(AttributeValue::s);
  }

  List<String> texts(String name) {
    return optional(name)
        .map(value -> value.l().stream().map(AttributeValue::s).toList())
        .orElse(List.of());
  }

  boolean flag(String name) {
    return optional(name).map(AttributeValue::bool).orElse(false);
  }

  BigInteger whole(String name) {
    return new BigInteger(required(name).n());
  }

  Optional<BigInteger> optionalWhole(String name) {
    return optional(name).map(value -> new BigInteger(value.n()));
  }

  Optional<Double> optionalDecimal(String name) {
    return optional(name).map(value -> Double.valueOf(value.n()));
  }

  /** A map of whole numbers; empty if it is absent. */
  Map<String, BigInteger> numbers(String name) {
    return optional(name).map(AttributeValue::m).orElse(Map.of()).entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> new BigInteger(entry.getValue().n())));
  }

  /** A list of maps; empty if it is absent. */
  List<Attributes> maps(String name) {
    return optional(name).map(AttributeValue::l).orElse(List.of()).stream()
        .map(value -> new Attributes(value.m()))
        .toList();
  }

  int line(String name) {
    return whole(name).intValueExact();
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  Optional<byte[]> bytes(String name) {
    return optional(name).map(value -> value.b().asByteArray());
  }

  private Optional<AttributeValue> optional(String name) {
    return Optional.ofNullable(item.get(name));
  }

  private AttributeValue required(String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "the record " + item.get("pk") + ", " + item.get("sk") + " has no attribute " + name);
    }
    return value;
  }
}
