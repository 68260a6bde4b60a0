package inventory.reporting.http.facts;

import inventory.model.Shortened;
import inventory.model.StockKey;
import inventory.model.event.BadFieldException;
import inventory.model.event.Fields;
import inventory.model.movement.Movement.Kind;
import inventory.reporting.domain.facts.Fact;
import inventory.reporting.domain.facts.FactEntry;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the body of a request to state facts. An entry that is not valid concerns only itself; the
 * same body always gives the same entries.
 */
@Singleton
final class FactReader {

  /** The most entries of a request. */
  static final int MAX_ENTRIES = 500;

  /** The largest body in bytes; compressed, it fits into a record of the table. */
  static final int MAX_BYTES = 256 * 1024;

  /** The form of a client's own id. */
  static final String OWN_ID = "^[A-Za-z0-9._:/-]{1,128}$";

  private static final Pattern OWN_ID_PATTERN = Pattern.compile(OWN_ID);
  private static final String ENTRIES = "entries";
  private static final String WAREHOUSE = "warehouse";
  private static final String ITEM_ID = "itemId";
  private static final String ITEM_NAME = "itemName";
  private static final String TIME = "time";
  private static final String CHANGE = "change";
  private static final String COUNT = "count";
  private static final String ID = "id";
  private static final Set<String> FIELDS =
      Set.of(WAREHOUSE, ITEM_ID, ITEM_NAME, TIME, CHANGE, COUNT, ID);

  private static final int MAX_SHOWN = 60;

  private final JsonMapper json;

  FactReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * The entries of a body, in their order.
   *
   * @throws HttpStatusException if the body is too large or has no list of 1 to 500 entries
   */
  List<FactEntry> read(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new HttpStatusException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "The body has %d bytes; at most %d are allowed. Split it into several requests."
              .formatted(body.length, MAX_BYTES));
    }
    JsonNode entries = entries(parse(body));
    List<FactEntry> read = new ArrayList<>();
    entries.values().forEach(entry -> read.add(read(entry)));
    return read;
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode node = json.readValue(body, JsonNode.class);
      return node == null ? JsonNode.nullNode() : node;
    } catch (IOException e) {
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST,
          "The body is not valid JSON: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static JsonNode entries(JsonNode body) {
    JsonNode entries = body.isObject() ? body.get(ENTRIES) : null;
    int size = entries != null && entries.isArray() ? entries.size() : 0;
    if (size < 1 || size > MAX_ENTRIES) {
      throw new BadParameterException(
          ENTRIES, size + " entries", "a list of 1 to " + MAX_ENTRIES + " entries in the body");
    }
    return entries;
  }

  private static FactEntry read(JsonNode entry) {
    try {
      return new FactEntry.Accepted(fact(Fields.of(entry)));
    } catch (BadFieldException e) {
      return new FactEntry.Rejected(new FactEntry.Problem(e.code(), e.field(), e.getMessage()));
    }
  }

  private static Fact fact(Fields entry) throws BadFieldException {
    Optional<String> unknown =
        entry.names().stream().filter(name -> !FIELDS.contains(name)).sorted().findFirst();
    if (unknown.isPresent()) {
      throw entry.bad(
          BadFieldException.UNKNOWN_FIELD,
          Shortened.text(unknown.get(), MAX_SHOWN),
          "is not a field of an entry");
    }
    StockKey key = new StockKey(entry.name(WAREHOUSE), entry.name(ITEM_ID));
    String itemName = entry.optionalName(ITEM_NAME).orElse("");
    Instant time = entry.timestamp(TIME);
    if (entry.has(CHANGE) && entry.has(COUNT)) {
      throw entry.bad(
          BadFieldException.UNKNOWN_FIELD, COUNT, "must be absent if there is a change");
    }
    boolean isCount = entry.has(COUNT);
    long units = isCount ? entry.wholeNumber(COUNT, 0) : entry.wholeNumber(CHANGE, Long.MIN_VALUE);
    return new Fact(key, itemName, isCount ? Kind.COUNT : Kind.CHANGE, units, time, ownId(entry));
  }

  private static Optional<String> ownId(Fields entry) throws BadFieldException {
    if (!entry.has(ID)) {
      return Optional.empty();
    }
    String id = entry.text(ID);
    if (!OWN_ID_PATTERN.matcher(id).matches()) {
      throw entry.bad(
          BadFieldException.BAD_ID,
          ID,
          "must have 1 to 128 letters, digits, dots, underscores, colons, slashes or hyphens");
    }
    return Optional.of(id);
  }
}
