package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.launcher.generate.Catalog.Item;
import inventory.model.StockKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Generates the events of web shops (requirement E2) and publishes them. */
public final class Events {

  /** The shop of events without a shop, as in the customer's sample (requirement E2). */
  public static final String UNNAMED = "ONLINE";

  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);
  private static final int MAX_EVENTS_UNTIL_DUPLICATE = 50;
  private static final int EVENTS_PER_SETTLEMENT = 100_000;
  private static final int MAX_MILLIS_BETWEEN = 40;
  private static final int MAX_MILLIS_LATE = 60_000;
  // A product without an event for this long has no late events, so older ones can be settled.
  private static final Duration REACH = Duration.ofMinutes(10);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final double WITHOUT_ID = 0.2;
  private static final double UNLISTED_CHANGES = 0.1;
  private static final String ADDITION = "product_added";
  private static final String REMOVAL = "product_removed";
  private static final double REMOVED = 0.03;
  private static final double ADDED_AT_ONCE = 0.3;
  private static final double ADDED_TWICE = 0.01;
  private static final double WITH_NAME = 0.3;
  private static final double LOCAL_TIME = 0.2;

  private final Recipe recipe;
  private final int events;
  private final SeededRandom random;
  private final Zipf popularity;
  private final ExpectedLevels expected = new ExpectedLevels();
  private final Totals.Tally tally = new Totals.Tally();
  private final Map<StockKey, Listing> listings = new HashMap<>();
  private Instant now;

  private Events(Recipe recipe, int events) {
    this.recipe = recipe;
    this.events = events;
    this.random = recipe.random(Totals.Kind.EVENTS, events);
    this.popularity = new Zipf(recipe.items(), recipe.zipf());
    this.now = recipe.start();
  }

  /**
   * Generates and publishes events; closes the target.
   *
   * @param events number of events, with malformed ones and without duplicates
   * @param afterEach runs after each event
   * @return what the system must report once all events are processed
   */
  public static Totals publish(
      Recipe recipe, int events, EventTarget target, Pace pace, Runnable afterEach)
      throws IOException, InterruptedException {
    try (target) {
      return new Events(recipe, events).publish(target, pace, afterEach);
    }
  }

  private Totals publish(EventTarget target, Pace pace, Runnable afterEach)
      throws IOException, InterruptedException {
    TreeMap<Integer, List<Event>> duplicates = new TreeMap<>();
    for (int i = 1; i <= events; i++) {
      List<Event> due = new ArrayList<>(List.of(next()));
      if (due.get(0).isGood() && random.chance(recipe.duplicates())) {
        int place = Math.min(events, i + random.between(0, MAX_EVENTS_UNTIL_DUPLICATE));
        duplicates.computeIfAbsent(place, any -> new ArrayList<>()).add(due.get(0));
        tally.duplicates++;
      }
      due.addAll(duplicates.getOrDefault(i, List.of()));
      duplicates.remove(i);
      for (Event event : due) {
        pace.awaitTurn();
        target.publish(event.product(), event.text());
      }
      if (i % EVENTS_PER_SETTLEMENT == 0) {
        // No late event can precede these any more.
        expected.settle(now.minus(REACH).minusMillis(MAX_MILLIS_LATE));
      }
      afterEach.run();
    }
    target.flush();
    return new Totals(
        Totals.Kind.EVENTS, recipe.seed(), tally, expected.totals(true), List.of(), List.of());
  }

  /** A product in a shop: whether it is on the list, and its last event. */
  private static final class Listing {
    private boolean listed;
    private boolean removedNow;
    private Instant last = Instant.MIN;
    private Optional<String> lastId = Optional.empty();
  }

  /** An event, and whether the system must apply it. */
  private record Event(String product, String text, boolean isGood) {}

  private Event next() {
    now = now.plusMillis(random.between(1, MAX_MILLIS_BETWEEN));
    Item product = Catalog.product(popularity.next(random));
    StockKey key = new StockKey(random.oneOf(recipe.warehouses()), product.id());
    Listing listing = listings.computeIfAbsent(key, any -> new Listing());
    if (random.chance(recipe.malformed())) {
      tally.malformed++;
      return new Event(product.id(), malformed(key, listing.lastId), false);
    }
    tally.facts++;
    ObjectNode event =
        isRecent(listing) && random.chance(recipe.late())
            ? late(key, listing, product.name())
            : onTime(key, listing, product.name());
    if (!random.chance(WITHOUT_ID)) {
      listing.lastId = Optional.of(random.uuid().toString());
      event.put("event_id", listing.lastId.get());
    }
    return new Event(product.id(), event.toString(), true);
  }

  private boolean isRecent(Listing listing) {
    return listing.last.isAfter(now.minus(REACH));
  }

  /** A late event changes the past, and not what the shop does next. */
  private ObjectNode late(StockKey key, Listing listing, String name) {
    // All other times are whole milliseconds, so a product has no two events of one moment.
    long nanos = 1 + tally.late++ % (NANOS_PER_MILLI - 1);
    Instant time = listing.last.minusMillis(random.between(1, MAX_MILLIS_LATE)).plusNanos(nanos);
    return event(random.chance(REMOVED) ? REMOVAL : type(listing.listed), key, time, name);
  }

  private ObjectNode onTime(StockKey key, Listing listing, String name) {
    // A product that was removed may be added again in the same moment: their order decides.
    boolean again = listing.removedNow && isRecent(listing) && random.chance(ADDED_AT_ONCE);
    listing.last = again ? listing.last : now;
    listing.removedNow = !again && listing.listed && random.chance(REMOVED);
    String type = again ? ADDITION : listing.removedNow ? REMOVAL : type(listing.listed);
    listing.listed = type.equals(ADDITION) || (listing.listed && !listing.removedNow);
    return event(type, key, listing.last, name);
  }

  private String type(boolean listed) {
    boolean isAdded = !listed && !random.chance(UNLISTED_CHANGES);
    if (isAdded || random.chance(ADDED_TWICE)) {
      return ADDITION;
    }
    return random.oneOf(
        List.of(
            "quantity_changed",
            "quantity_incremented",
            "quantity_decremented",
            "quantity_decremented"));
  }

  private ObjectNode event(String type, StockKey key, Instant time, String name) {
    ObjectNode event = start(type, key, time);
    ObjectNode product = event.withObject("/product");
    int units = random.between(1, 9);
    switch (type) {
      case ADDITION -> {
        int quantity = random.between(0, 500);
        expected.added(key, time, quantity);
        product.put("quantity", quantity).put("product_name", name);
      }
      case REMOVAL -> expected.removed(key, time);
      case "quantity_changed" -> {
        int change = random.between(-20, 30);
        expected.changedByEvent(key, time, change);
        product.put("quantity_change", change);
      }
      case "quantity_incremented" -> {
        expected.changedByEvent(key, time, units);
        product.put("quantity", units);
      }
      default -> {
        expected.changedByEvent(key, time, -units);
        product.put("quantity", units);
      }
    }
    if (random.chance(WITH_NAME)) {
      product.put("product_name", name);
    }
    return event;
  }

  private ObjectNode start(String type, StockKey key, Instant time) {
    ObjectNode event = JSON.createObjectNode().put("event_type", type);
    if (!key.warehouse().equals(UNNAMED)) {
      event.put("warehouse", key.warehouse());
    }
    ZoneOffset offset = random.chance(LOCAL_TIME) ? SUMMER : ZoneOffset.UTC;
    event
        .putObject("product")
        .put("product_id", key.itemId())
        .put("timestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(offset)));
    return event;
  }

  /**
   * An event of a producer with a fault.
   *
   * @param usedId the id of an earlier event of the product in the shop
   */
  private String malformed(StockKey key, Optional<String> usedId) {
    ObjectNode event = start("quantity_incremented", key, now);
    ObjectNode product = event.withObject("/product").put("quantity", 7);
    switch (random.between(0, usedId.isPresent() ? 9 : 8)) {
      case 0 -> {
        return "[]";
      }
      case 1 -> {
        return event.toString().substring(0, event.toString().length() / 2);
      }
      case 2 -> product.remove("product_id");
      case 3 -> product.remove("timestamp");
      case 4 -> product.put("quantity", "seven");
      case 5 -> product.put("quantity", 1.5);
      case 6 -> product.put("quantity", -7);
      case 7 -> product.put("timestamp", "yesterday at noon");
      case 8 -> event.put("event_type", "product_renamed");
      // Nobody knows which of the two events with this id the producer meant.
      default -> event.put("event_id", usedId.orElseThrow());
    }
    return event.toString();
  }
}
