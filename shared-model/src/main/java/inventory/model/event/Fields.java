package inventory.model.event;

import inventory.model.Names;
import inventory.model.Shortened;
import inventory.model.csv.Timestamps;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of a JSON object, read by type; a null field counts as missing. */
public final class Fields {

  // The most characters of a value in a reason.
  private static final int MAX_SHOWN = 60;

  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * The fields of a value.
   *
   * @throws BadFieldException if the value is not an object
   */
  public static Fields of(JsonNode value) throws BadFieldException {
    if (!value.isObject()) {
      throw new BadFieldException(BadFieldException.WRONG_TYPE, "", "is not a JSON object");
    }
    return new Fields(value, "");
  }

  /** The fields of an object within this one; their names in reasons have its name as a prefix. */
  Fields object(String name) throws BadFieldException {
    JsonNode value = required(name);
    if (!value.isObject()) {
      throw bad(
          BadFieldException.WRONG_TYPE, name, "is " + shown(value) + "; an object is expected");
    }
    return new Fields(value, path + name + ".");
  }

  /** The names of all fields. */
  public Set<String> names() {
    return StreamSupport.stream(object.entries().spliterator(), false)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether there is a field with this name. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** A text. */
  public String text(String name) throws BadFieldException {
    JsonNode value = required(name);
    if (!value.isString()) {
      throw bad(
          BadFieldException.WRONG_TYPE, name, "is " + shown(value) + "; a string is expected");
    }
    return value.getStringValue();
  }

  /** A valid name, see {@link Names}. */
  public String name(String name) throws BadFieldException {
    String text = text(name);
    Optional<String> problem = Names.problemWith(text);
    if (problem.isPresent()) {
      throw bad(BadFieldException.BAD_NAME, name, problem.get());
    }
    return text;
  }

  /** A valid name, if there is one. */
  public Optional<String> optionalName(String name) throws BadFieldException {
    return has(name) ? Optional.of(name(name)) : Optional.empty();
  }

  /** An ISO 8601 time, see {@link Timestamps}. */
  public Instant timestamp(String name) throws BadFieldException {
    String text = text(name);
    return Timestamps.parse(text)
        .orElseThrow(
            () ->
                bad(
                    BadFieldException.BAD_TIME,
                    name,
                    "is %s; a time from 1970 to 2199 with an offset is expected, such as 2023-09-11T12:00:00Z"
                        .formatted(quoted(text))));
  }

  /**
   * A whole number of 64 bits.
   *
   * @param least the minimum
   */
  public long wholeNumber(String name, long least) throws BadFieldException {
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
    throw bad(BadFieldException.BAD_NUMBER, name, "is " + shown(value) + "; " + expected);
  }

  /**
   * A problem with a field.
   *
   * @param code as of {@link BadFieldException}
   */
  public BadFieldException bad(String code, String name, String reason) {
    return new BadFieldException(code, path + name, reason);
  }

  private JsonNode required(String name) throws BadFieldException {
    return find(name).orElseThrow(() -> bad(BadFieldException.MISSING, name, "is missing"));
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
