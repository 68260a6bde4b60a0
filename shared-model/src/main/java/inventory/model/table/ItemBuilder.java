package inventory.model.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an item, or a map inside of one. */
public final class ItemBuilder {

  private final Map<String, AttributeValue> item = new HashMap<>();

  /** Begins with some attributes, such as the key. */
  public ItemBuilder(Map<String, AttributeValue> first) {
    item.putAll(first);
  }

  /** The item's place in the index. */
  public ItemBuilder index(String pk, String sk) {
    return text(Table.INDEX_PK, pk).text(Table.INDEX_SK, sk);
  }

  /** A string. */
  public ItemBuilder text(String name, String value) {
    return put(name, Values.text(value));
  }

  /** A string; left out if it is empty. */
  public ItemBuilder textUnlessEmpty(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  /** A string, if there is one. */
  public ItemBuilder text(String name, Optional<String> value) {
    return value.map(text -> text(name, text)).orElse(this);
  }

  /** A list of strings; left out if it is empty. */
  public ItemBuilder texts(String name, List<String> values) {
    return list(name, values.stream().map(Values::text).toList());
  }

  /** A list; left out if it is empty. */
  ItemBuilder list(String name, List<AttributeValue> values) {
    return values.isEmpty() ? this : put(name, AttributeValue.fromL(values));
  }

  /** A number. */
  public ItemBuilder number(String name, Number value) {
    return put(name, Values.number(value));
  }

  /** A number, if there is one. */
  public ItemBuilder number(String name, Optional<? extends Number> value) {
    return value.map(number -> number(name, number)).orElse(this);
  }

  /** An ISO 8601 instant. */
  public ItemBuilder instant(String name, Instant value) {
    return text(name, value.toString());
  }

  /** An ISO 8601 instant, if there is one. */
  public ItemBuilder instant(String name, Optional<Instant> value) {
    return text(name, value.map(Instant::toString));
  }

  /** A boolean that is left out if it is false. */
  ItemBuilder flag(String name, boolean value) {
    return value ? put(name, AttributeValue.fromBool(true)) : this;
  }

  /** All attributes of a map. */
  ItemBuilder putAll(Map<String, AttributeValue> attributes) {
    item.putAll(attributes);
    return this;
  }

  /** A value of any type. */
  public ItemBuilder put(String name, AttributeValue value) {
    item.put(name, value);
    return this;
  }

  /** The item. */
  public Map<String, AttributeValue> build() {
    return item;
  }
}
