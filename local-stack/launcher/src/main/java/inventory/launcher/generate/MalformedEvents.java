package inventory.launcher.generate;

import java.time.Instant;
import java.util.Optional;

/** Spells events as a producer with a fault does, each to be rejected. */
final class MalformedEvents {

  private final Dice dice;

  MalformedEvents(Dice dice) {
    this.dice = dice;
  }

  /**
   * Something that is no event.
   *
   * @param usedId the id of an event that was published before of this product in this shop
   */
  String of(Shops.Place place, Instant time, Optional<String> usedId) {
    EventJson increment =
        place.event("quantity_incremented").number(EventJson.QUANTITY, 7).utc(time);
    return switch (dice.between(0, 10)) {
      case 0 -> cut(increment.toString());
      case 1 -> "[]";
      case 2 -> increment.without(EventJson.PRODUCT_ID).toString();
      case 3 -> increment.without(EventJson.TIMESTAMP).toString();
      case 4 -> increment.without(EventJson.QUANTITY).toString();
      case 5 -> increment.text(EventJson.QUANTITY, "seven").toString();
      case 6 -> increment.fraction(EventJson.QUANTITY, 1.5).toString();
      case 7 -> increment.number(EventJson.QUANTITY, -7).toString();
      case 8 -> increment.text(EventJson.TIMESTAMP, "yesterday at noon").toString();
      // The id of another event: which of the two the producer meant, nobody knows.
      case 9 -> usedId.map(increment::id).map(EventJson::toString).orElse(renamed(place, time));
      default -> renamed(place, time);
    };
  }

  private static String cut(String json) {
    return json.substring(0, json.length() / 2);
  }

  private static String renamed(Shops.Place place, Instant time) {
    return place.event("product_renamed").utc(time).toString();
  }
}
