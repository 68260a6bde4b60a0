package inventory.launcher.generate;

import inventory.launcher.demo.ExpectedLevels;
import inventory.launcher.demo.Item;
import inventory.model.StockKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What happens in web shops, one event after the other. */
final class Shops {

  private static final int MAX_MILLIS_BETWEEN = 40;
  private static final int MAX_MILLIS_LATE = 60_000;
  // What is older is settled, see ExpectedLevels; a product that rests so long cannot be late.
  private static final Duration REACH = Duration.ofMinutes(10);
  // Times are whole milliseconds, but those of late events: so no two of a product are the same,
  // and no two events without an id.
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final double WITHOUT_ID = 0.2;
  private static final double UNLISTED_MOVES = 0.1;
  private static final double REMOVAL = 0.03;
  private static final double BACK_AT_ONCE = 0.3;
  private static final double ADDED_TWICE = 0.01;
  private static final double WITH_NAME = 0.3;
  private static final double LOCAL_TIME = 0.2;

  private final Recipe recipe;
  private final Dice dice;
  private final ExpectedLevels expected;
  private final Totals.Tally tally;
  private final MalformedEvents malformed;
  private final Zipf popularity;
  private final Map<StockKey, Listing> listings = new HashMap<>();
  private Instant now;
  private long lateEvents;

  Shops(Recipe recipe, Dice dice, ExpectedLevels expected, Totals.Tally tally) {
    this.recipe = recipe;
    this.dice = dice;
    this.expected = expected;
    this.tally = tally;
    this.malformed = new MalformedEvents(dice);
    this.popularity = new Zipf(recipe.items(), recipe.zipf());
    this.now = recipe.start();
  }

  /**
   * What is known of a product in a shop: whether it is on the list, and when it was last told of.
   */
  private static final class Listing {
    boolean listed;
    boolean backAtOnce;
    Instant last = Instant.MIN;
    Optional<String> lastId = Optional.empty();
  }

  /**
   * An event that is published.
   *
   * @param isGood whether it is to be applied
   */
  record Published(EventRecord record, boolean isGood) {}

  /** A product in a shop. */
  record Place(String warehouse, Item product) {

    StockKey key() {
      return new StockKey(warehouse, product.id());
    }

    /** Begins an event of this product. */
    EventJson event(String type) {
      EventJson event = new EventJson(type).text(EventJson.PRODUCT_ID, product.id());
      return warehouse.equals(Events.UNNAMED) ? event : event.warehouse(warehouse);
    }
  }

  /** The earliest time that an event to come may have. */
  Instant earliestNext() {
    return now.minus(REACH).minusMillis(MAX_MILLIS_LATE);
  }

  Published next() {
    now = now.plusMillis(dice.between(1, MAX_MILLIS_BETWEEN));
    Item product = Catalog.product(popularity.next(dice));
    Place place = new Place(dice.oneOf(recipe.warehouses()), product);
    Listing listing = listings.computeIfAbsent(place.key(), any -> new Listing());
    if (dice.chance(recipe.malformed())) {
      tally.malformed++;
      String data = malformed.of(place, now, listing.lastId);
      return new Published(new EventRecord(product.id(), data), false);
    }
    tally.facts++;
    boolean isRecent = listing.last.isAfter(now.minus(REACH));
    EventJson event =
        isRecent && dice.chance(recipe.late())
            ? late(place, listing)
            : onTime(place, listing, isRecent);
    return new Published(new EventRecord(product.id(), event.toString()), true);
  }

  private EventJson late(Place place, Listing listing) {
    tally.late++;
    long nanos = 1 + lateEvents++ % (NANOS_PER_MILLI - 1);
    Instant time = listing.last.minusMillis(dice.between(1, MAX_MILLIS_LATE)).plusNanos(nanos);
    return timed(something(place, listing.listed, time), time);
  }

  private EventJson onTime(Place place, Listing listing, boolean isRecent) {
    boolean atOnce = listing.backAtOnce && isRecent;
    // A removal and an addition of the same moment: the order in the stream decides.
    Instant time = atOnce ? listing.last : now;
    listing.backAtOnce = false;
    listing.last = time;
    EventJson event;
    if (atOnce) {
      event = added(place, time);
      listing.listed = true;
    } else if (listing.listed && dice.chance(REMOVAL)) {
      event = removed(place, time);
      listing.listed = false;
      listing.backAtOnce = dice.chance(BACK_AT_ONCE);
    } else {
      boolean isAdded = !listing.listed && !dice.chance(UNLISTED_MOVES);
      event = isAdded ? added(place, time) : moved(place, time);
      listing.listed |= isAdded;
    }
    String id = dice.uuid().toString();
    if (!dice.chance(WITHOUT_ID)) {
      event.id(id);
      listing.lastId = Optional.of(id);
    }
    return timed(event, time);
  }

  private EventJson timed(EventJson event, Instant time) {
    return dice.chance(LOCAL_TIME) ? event.local(time) : event.utc(time);
  }

  /** What is late may be anything, also a removal or an addition. */
  private EventJson something(Place place, boolean listed, Instant time) {
    EventJson event;
    if (dice.chance(REMOVAL)) {
      event = removed(place, time);
    } else {
      event = listed || dice.chance(UNLISTED_MOVES) ? moved(place, time) : added(place, time);
    }
    return dice.chance(WITHOUT_ID) ? event : event.id(dice.uuid().toString());
  }

  private EventJson added(Place place, Instant time) {
    int quantity = dice.between(0, 500);
    expected.added(place.key(), time, quantity);
    return place
        .event("product_added")
        .text(EventJson.PRODUCT_NAME, place.product().name())
        .number(EventJson.QUANTITY, quantity);
  }

  private EventJson removed(Place place, Instant time) {
    expected.removed(place.key(), time);
    return named(place.event("product_removed"), place);
  }

  /** Mostly sales of a few. */
  private EventJson moved(Place place, Instant time) {
    if (dice.chance(ADDED_TWICE)) {
      return added(place, time);
    }
    int units = dice.between(1, 9);
    EventJson event =
        switch (dice.between(0, 3)) {
          case 0 -> changed(place, time, dice.between(-20, 30));
          case 1 -> {
            expected.changed(place.key(), time, units);
            yield place.event("quantity_incremented").number(EventJson.QUANTITY, units);
          }
          default -> {
            expected.changed(place.key(), time, -units);
            yield place.event("quantity_decremented").number(EventJson.QUANTITY, units);
          }
        };
    return named(event, place);
  }

  private EventJson changed(Place place, Instant time, int units) {
    expected.changed(place.key(), time, units);
    return place.event("quantity_changed").number(EventJson.CHANGE, units);
  }

  private EventJson named(EventJson event, Place place) {
    return dice.chance(WITH_NAME)
        ? event.text(EventJson.PRODUCT_NAME, place.product().name())
        : event;
  }
}
