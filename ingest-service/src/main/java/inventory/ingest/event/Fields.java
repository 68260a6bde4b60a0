package inventory.ingest.event;

import inventory.model.Names;
import inventory.model.Shortened;
import inventory.model.csv.Timestamps;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** The fields of a JSON object, read by type; a null field counts as missing. */
final class Fields {

  // The most characters of a value in a reason.
  private static final int MAX_SHOWN = 60;

  private final JsonNode object;
  private final String path;

  /**
   * Reads an object.
   *
   * @param path the prefix of its fields' names in reasons, such as {@code product.}
   */
  Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The fields of an object within this one. */
  Fields object(String name) throws BadEventException {
    JsonNode value = required(name);
    if (!value.isObject()) {
      throw bad(name, "is " + shown(value) + "; an object is expected");
    }
    return new Fields(value, path + name + ".");
  }

  String text(String name) throws BadEventException {
    JsonNode value = required(name);
    if (!value.isString()) {
      throw bad(name, "is " + shown(value) + "; a string is expected");
    }
    return value.getStringValue();
  }

  /** A valid name, see {@link Names}. */
  String name(String name) throws BadEventException {
    String text = text(name);
    Optional<String> problem = Names.problemWith(text);
    if (problem.isPresent()) {
      throw bad(name, problem.get());
    }
    return text;
  }

  Optional<String> optionalName(String name) throws BadEventException {
    return find(name).isPresent() ? Optional.of(name(name)) : Optional.empty();
  }

  Instant timestamp(String name) throws BadEventException {
    String text = text(name);
    return Timestamps.parse(text)
        .orElseThrow(
            () ->
                bad(
                    name,
                    "is %s; a time from 1970 to 2199 with an offset is expected, such as 2023-09-11T12:00:00Z"
                        .formatted(quoted(text))));
  }

  /**
   * A whole number of 64 bits.
   *
   * @param least the minimum
   */
  long wholeNumber(String name, long least) throws BadEventException {
    JsonNode value = required(name);
    String expected =
        least == Long.MIN_VALUE
            ? "a whole number of 64 bits in digits alone is expected"
            : "a whole number from %d to %d in digits alone is expected"
                .formatted(least, Long.MAX_VALUE);
    // A number with a decimal point or an exponent was rounded to a double when it was parsed.
    if (value.isNumber() && !(value.getNumberValue() instanceof Double)) {
      BigInteger units = new BigInteger(value.getNumberValue().toString());
      if (units.bitLength() < Long.SIZE && units.longValue() >= least) {
        return units.longValue();
      }
    }
    throw bad(name, "is " + shown(value) + "; " + expected);
  }

  BadEventException bad(String name, String reason) {
    return new BadEventException(path + name, reason);
  }

  private JsonNode required(String name) throws BadEventException {
    return find(name).orElseThrow(() -> bad(name, "is missing"));
  }

  private Optional<JsonNode> find(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private static String shown(JsonNode value) {
    if (value.isString()) {
      return "the text " + quoted(value.getStringValue());
    }
    if (value.isObject()) {
      return "an object";
    }
    return value.isArray()
        ? "an array"
        : Shortened.text(String.valueOf(value.getValue()), MAX_SHOWN);
  }

  private static String quoted(String text) {
    return "\"" + Shortened.text(text, MAX_SHOWN) + "\"";
  }
}
