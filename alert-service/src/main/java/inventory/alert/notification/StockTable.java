package inventory.alert.notification;

import inventory.model.StockState;
import inventory.model.order.OrderProposal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stock events as a table. */
final class StockTable {

  /**
   * The longest cell, in code points. 200 rows with three such cells and four bytes for each
   * character stay below the 256 KB of an SNS message.
   */
  static final int MAX_CELL = 60;

  /** The longest cause: an object key has at most this many characters. */
  static final int MAX_CAUSE = 1_024;

  /** A time for people, to the minute. */
  static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final List<String> HEADER =
      List.of("Warehouse", "Item", "Name", "Level", "Threshold", "State", "Order");

  private static final String LASTS = "Lasts";

  private static final String SINCE = "Low since";

  private final List<StockLine> events;
  private final Orders orders;
  private final Optional<ZoneId> zone;

  StockTable(List<StockLine> events, Orders orders) {
    this(events, orders, Optional.empty());
  }

  /**
   * A table.
   *
   * @param zone adds a column with the time since when each item is low, in this time zone
   */
  StockTable(List<StockLine> events, Orders orders, Optional<ZoneId> zone) {
    this.events = events;
    this.orders = orders;
    this.zone = zone;
  }

  /** In plain text, each row ending in {@code \n}. */
  String text() {
    TextTable table = new TextTable(header());
    events.forEach(one -> table.add(row(one)));
    return table.text();
  }

  /** In HTML. */
  String html() {
    return Html.table(header(), events.stream().map(this::row).toList());
  }

  private List<String> header() {
    return withSince(withLasts(HEADER, LASTS), SINCE);
  }

  private List<String> withSince(List<String> cells, String since) {
    if (zone.isEmpty()) {
      return cells;
    }
    List<String> all = new ArrayList<>(cells);
    all.add(since);
    return all;
  }

  private String since(StockLine one) {
    return one.since().flatMap(at -> zone.map(of -> MINUTE.format(at.atZone(of)))).orElse("");
  }

  /** Inserts how long stock lasts, if that is known of any item. */
  private List<String> withLasts(List<String> cells, String lasts) {
    if (orders.outflows().isEmpty()) {
      return cells;
    }
    List<String> all = new ArrayList<>(cells);
    all.add(all.size() - 1, lasts);
    return all;
  }

  private List<String> row(StockLine one) {
    List<String> cells =
        List.of(
            PrintableText.cut(one.alert().warehouse().orElse("(all)"), MAX_CELL),
            PrintableText.cut(one.alert().itemId(), MAX_CELL),
            PrintableText.cut(one.itemName(), MAX_CELL),
            one.level().toString(),
            Long.toString(one.threshold()),
            state(one.state()),
            orders.of(one).map(OrderProposal::arithmetic).orElse(""));
    return withSince(
        withLasts(cells, orders.of(one).map(OrderProposal::lasts).orElse("")), since(one));
  }

  /** The state in words. */
  static String state(StockState state) {
    return switch (state) {
      case OUT -> "OUT OF STOCK";
      case LOW -> "low";
      case OK -> "recovered";
    };
  }
}
