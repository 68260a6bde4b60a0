package inventory.threshold.file;

import inventory.model.Names;
import inventory.model.RestockRule;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Turns an entry into a threshold, or names the bad field and the reason. */
public final class EntryParser {

  /** The most characters of a number or a field's name in a reason. */
  private static final int MAX_SHOWN = 40;

  private EntryParser() {}

  /**
   * The threshold that an entry sets.
   *
   * @throws BadEntryException if it is a bad entry
   */
  public static Threshold parse(Entry entry) throws BadEntryException {
    if (!entry.isObject()) {
      throw bad(entry, "", "is " + shown(entry.members().get(0).value()) + ", not a JSON object");
    }
    Optional<String> repeated = entry.repeated();
    if (repeated.isPresent()) {
      throw bad(entry, repeated.get(), "is in the entry more than once");
    }
    String itemId =
        name(entry, Fields.ITEM_ID).orElseThrow(() -> bad(entry, Fields.ITEM_ID, "is missing"));
    Optional<String> warehouse = name(entry, Fields.WAREHOUSE_NAME);
    return new Threshold(new Threshold.Target(itemId, warehouse), rule(entry));
  }

  private static Optional<String> name(Entry entry, String field) throws BadEntryException {
    JsonNode value = entry.value(field).orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw bad(entry, field, "is " + shown(value) + "; a string is expected");
    }
    String name = value.getStringValue();
    Optional<String> problem = Names.problemWith(name);
    if (problem.isPresent()) {
      throw bad(entry, field, problem.get());
    }
    return Optional.of(name);
  }

  /** Empty for null, which removes the threshold. */
  private static Optional<RestockRule> rule(Entry entry) throws BadEntryException {
    if (!entry.has(Fields.RESTOCK_IF_BELOW)) {
      throw bad(entry, Fields.RESTOCK_IF_BELOW, "is missing");
    }
    Optional<Long> below = number(entry, Fields.RESTOCK_IF_BELOW, 0);
    Optional<Long> upTo = number(entry, Fields.ORDER_UP_TO, 1);
    Optional<Long> pack = number(entry, Fields.PACK_SIZE, 1);
    if (below.isEmpty()) {
      if (upTo.isPresent() || pack.isPresent()) {
        throw bad(
            entry,
            upTo.isPresent() ? Fields.ORDER_UP_TO : Fields.PACK_SIZE,
            "needs a " + Fields.RESTOCK_IF_BELOW + "; null removes the threshold");
      }
      return Optional.empty();
    }
    if (upTo.isPresent() && upTo.get() < below.get()) {
      throw bad(
          entry,
          Fields.ORDER_UP_TO,
          upTo.get()
              + " is below "
              + Fields.RESTOCK_IF_BELOW
              + ", "
              + below.get()
              + "; an order must end the shortage");
    }
    return Optional.of(new RestockRule(below.get(), upTo, pack));
  }

  /** Empty if it is absent or null. */
  private static Optional<Long> number(Entry entry, String field, long min)
      throws BadEntryException {
    Optional<JsonNode> given = entry.value(field);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    JsonNode value = given.get();
    String expected = "a whole number from " + min + " to " + Long.MAX_VALUE;
    if (!value.isNumber()) {
      throw bad(
          entry, field, "is " + shown(value) + "; " + expected + " is expected, without quotes");
    }
    try {
      // From its text: the node converts through double, which rounds numbers beyond 2^53.
      long units = new BigDecimal(value.getNumberValue().toString()).longValueExact();
      if (units >= min) {
        return Optional.of(units);
      }
    } catch (ArithmeticException e) {
      // Fractional or too large: reported below.
    }
    throw bad(entry, field, shown(value) + " is not " + expected);
  }

  private static String shown(JsonNode value) {
    if (value.isString()) {
      return "the text " + Excerpt.quoted(value.getStringValue());
    }
    if (value.isNumber()) {
      return Excerpt.cut(value.getNumberValue().toString(), MAX_SHOWN);
    }
    if (value.isBoolean()) {
      return String.valueOf(value.getBooleanValue());
    }
    if (value.isNull()) {
      return "null";
    }
    return value.isArray() ? "an array" : "an object";
  }

  private static BadEntryException bad(Entry entry, String field, String reason) {
    return new BadEntryException(new Reject(entry.index(), Excerpt.cut(field, MAX_SHOWN), reason));
  }
}
