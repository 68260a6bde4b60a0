package inventory.launcher.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies events in the plainest way that the rules allow (requirement E2). */
final class NaiveEvents {

  private final JsonMapper json = new JsonMapper();
  private final List<Event> events = new ArrayList<>();
  private final Map<List<Object>, Event> byId = new HashMap<>();
  long repeated;
  long rejected;
  long late;

  private record Event(
      StockKey key, String type, Instant time, String name, long units, int place) {

    boolean says(Event other) {
      return new Event(key, type, time, name, units, other.place).equals(other);
    }

    boolean isAfter(Event other) {
      return Comparator.comparing(Event::time).thenComparing(Event::place).compare(this, other) > 0;
    }
  }

  /** A level and whether it is off the list. */
  record Level(BigInteger units, boolean removed) {}

  void take(String data) {
    Optional<JsonNode> read = parse(data);
    Optional<Event> event = read.flatMap(this::event);
    if (event.isEmpty()) {
      rejected++;
      return;
    }
    Event taken = event.get();
    Object id =
        read.get().path("event_id").isTextual()
            ? read.get().get("event_id").asText()
            : content(taken);
    Event known = byId.putIfAbsent(List.of(taken.key(), id), taken);
    if (known == null) {
      if (events.stream()
          .anyMatch(e -> e.key().equals(taken.key()) && e.time().isAfter(taken.time()))) {
        late++;
      }
      events.add(taken);
    } else if (known.says(taken)) {
      repeated++;
    } else {
      rejected++;
    }
  }

  private static List<Object> content(Event e) {
    return List.of(e.type(), e.time(), e.name(), e.units());
  }

  private Optional<JsonNode> parse(String data) {
    try {
      return Optional.of(json.readTree(data));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private Optional<Event> event(JsonNode event) {
    JsonNode product = event.path("product");
    String type = event.path("event_type").asText();
    Optional<Instant> time = time(product.path("timestamp").asText());
    JsonNode quantity =
        product.path(type.equals("quantity_changed") ? "quantity_change" : "quantity");
    long number = quantity.isIntegralNumber() ? quantity.longValue() : Long.MIN_VALUE;
    Optional<Long> units =
        switch (type) {
          case "product_added" ->
              Optional.of(number).filter(n -> n >= 0 && product.path("product_name").isTextual());
          case "product_removed" -> Optional.of(0L);
          case "quantity_changed" -> Optional.of(number).filter(n -> n != Long.MIN_VALUE);
          case "quantity_incremented" -> Optional.of(number).filter(n -> n > 0);
          case "quantity_decremented" -> Optional.of(number).filter(n -> n > 0).map(n -> -n);
          default -> Optional.empty();
        };
    if (time.isEmpty() || units.isEmpty() || !product.path("product_id").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new Event(
            new StockKey(
                event.path("warehouse").asText("ONLINE"), product.get("product_id").asText()),
            type,
            time.get(),
            product.path("product_name").asText(""),
            units.get(),
            events.size()));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The latest count, which a removal is, plus every later change. */
  Map<StockKey, Level> levels() {
    Map<StockKey, Level> levels = new HashMap<>();
    events.forEach(event -> levels.computeIfAbsent(event.key(), this::level));
    return levels;
  }

  private Level level(StockKey key) {
    List<Event> all = events.stream().filter(e -> e.key().equals(key)).toList();
    Optional<Event> count = latest(all, List.of("product_removed"));
    BigInteger units =
        all.stream()
            .filter(e -> count.isEmpty() || e.isAfter(count.get()))
            .map(e -> BigInteger.valueOf(e.units()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    boolean removed =
        latest(all, List.of("product_added", "product_removed"))
            .filter(e -> e.type().equals("product_removed"))
            .isPresent();
    return new Level(units, removed);
  }

  private static Optional<Event> latest(List<Event> all, List<String> types) {
    return all.stream()
        .filter(e -> types.contains(e.type()))
        .reduce((a, b) -> b.isAfter(a) ? b : a);
  }
}
