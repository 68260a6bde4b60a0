package inventory.reporting.http;

import inventory.reporting.domain.ItemLists;
import java.util.List;

/** Places among the items of a warehouse as opaque text. */
final class ItemCursors {

  private static final int PARTS = 3;

  private ItemCursors() {}

  static String encode(Cursors cursors, ItemLists.Query query, ItemLists.Place place) {
    return cursors.encode(parts(query), List.of(place.snapshot(), place.itemId(), place.key()));
  }

  static ItemLists.Place decode(Cursors cursors, ItemLists.Query query, String cursor) {
    List<String> parts = cursors.decode(parts(query), cursor, PARTS);
    return new ItemLists.Place(parts.get(0), parts.get(1), parts.get(2));
  }

  private static List<String> parts(ItemLists.Query query) {
    return List.of(
        "items",
        query.warehouse(),
        query.greaterThan().map(Object::toString).orElse(""),
        query.prefix(),
        query.state().map(Enum::name).orElse(""),
        query.order().field(),
        Boolean.toString(query.descending()));
  }
}
