package inventory.alert.notification;

import inventory.model.StockState;
import java.util.List;

/** Stock events as one text message. */
final class ShortText {

  private static final int MAX_NAME = 24;

  private ShortText() {}

  /** The number of items, the place, and as many of the worst items as fit. */
  static String of(List<StockLine> events, String where) {
    String place = PrintableText.cut(where, 2 * MAX_NAME);
    StringBuilder text =
        new StringBuilder(events.size() == 1 ? "Stock: " : "Stock of " + events.size() + " items, ")
            .append(place)
            .append(':');
    String separator = " ";
    for (StockLine one : events) {
      String item = separator + item(one);
      if (text.length() + item.length() > Notification.MAX_SHORT_TEXT - " ...".length()) {
        return text.append(" ...").toString();
      }
      text.append(item);
      separator = ", ";
    }
    return text.toString();
  }

  private static String item(StockLine one) {
    String name = PrintableText.cut(one.itemName(), MAX_NAME);
    return one.state() == StockState.OUT
        ? name + " OUT (" + one.level() + ")"
        : name + " " + StockTable.state(one.state()) + " (" + one.level() + ")";
  }
}
