package inventory.alert.notification;

import inventory.model.StockState;
import java.util.List;

/** Stock events as a table. */
final class StockTable {

  /**
   * The longest cell, in code points. 200 rows with three such cells and four bytes for each
   * character stay below the 256 KB of an SNS message.
   */
  static final int MAX_CELL = 60;

  /** The longest cause: an object key has at most this many characters. */
  static final int MAX_CAUSE = 1_024;

  private static final List<String> HEADER =
      List.of("Warehouse", "Item", "Name", "Level", "Threshold", "State", "Order");

  private final List<StockLine> events;
  private final int orderUpTo;

  StockTable(List<StockLine> events, int orderUpTo) {
    this.events = events;
    this.orderUpTo = orderUpTo;
  }

  /** In plain text, each row ending in {@code \n}. */
  String text() {
    TextTable table = new TextTable(HEADER);
    events.forEach(one -> table.add(row(one)));
    return table.text();
  }

  /** In HTML. */
  String html() {
    return Html.table(HEADER, events.stream().map(this::row).toList());
  }

  private List<String> row(StockLine one) {
    return List.of(
        PrintableText.cut(one.alert().warehouse().orElse("(all)"), MAX_CELL),
        PrintableText.cut(one.alert().itemId(), MAX_CELL),
        PrintableText.cut(one.itemName(), MAX_CELL),
        one.level().toString(),
        Long.toString(one.threshold()),
        state(one.state()),
        one.state() == StockState.OK ? "" : one.order(orderUpTo).toString());
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
