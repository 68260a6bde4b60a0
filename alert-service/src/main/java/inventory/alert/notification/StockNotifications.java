package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composes notifications about stock: one message for each batch, the worst items first. */
public final class StockNotifications {

  /** The largest number of listed items: people read no more, and mail servers reject more. */
  static final int MAX_LISTED = 200;

  // More warehouses would not fit into the line of a mail program.
  private static final int MAX_IN_SUBJECT = 5;

  private static final String EVERYWHERE = "all warehouses";

  private final int orderUpTo;

  /**
   * Creates the composer.
   *
   * @param orderUpTo up to which multiple of its threshold to order an item, 1 or more
   */
  public StockNotifications(int orderUpTo) {
    this.orderUpTo = orderUpTo;
  }

  /**
   * Composes one notification.
   *
   * @param events at least one; of several events about the same item only the last counts
   */
  public Notification compose(Collection<StockEvent> events) {
    List<StockEvent> all = lastOfEach(events);
    List<StockEvent> listed = all.subList(0, Math.min(all.size(), MAX_LISTED));
    StockTable table = new StockTable(listed, orderUpTo);
    int more = all.size() - listed.size();
    String opening = opening(all);
    String causes = causes(all);
    return new Notification(
        Audience.PURCHASING,
        subject(all),
        opening + "\n\n" + table.text() + more(more) + "\n" + causes + "\n",
        Html.paragraph(opening) + table.html() + Html.paragraph(more(more)) + Html.note(causes),
        ShortText.of(all, where(all, 1)),
        more > 0 ? Optional.of(StockList.write(all, orderUpTo)) : Optional.empty());
  }

  private static List<StockEvent> lastOfEach(Collection<StockEvent> events) {
    Map<AlertId, StockEvent> last = new LinkedHashMap<>();
    events.forEach(one -> last.put(one.alert(), one));
    return last.values().stream().sorted(StockEvent.WORST_FIRST).toList();
  }

  private static String subject(List<StockEvent> events) {
    int out = count(events, StockState.OUT);
    int low = out + count(events, StockState.LOW);
    if (low == 0) {
      return "Stock recovered: " + items(events.size()) + " in " + where(events, MAX_IN_SUBJECT);
    }
    String where = where(events.subList(0, low), MAX_IN_SUBJECT);
    String outOfIt = out == 0 ? "" : " (" + out + " out of stock)";
    return "Low stock: " + items(low) + " in " + where + outOfIt;
  }

  private static String where(List<StockEvent> events, int most) {
    List<String> names =
        events.stream()
            .map(one -> one.alert().warehouse().orElse(EVERYWHERE))
            .distinct()
            .sorted()
            .toList();
    String listed =
        names.stream()
            .limit(most)
            .map(name -> PrintableText.cut(name, StockTable.MAX_CELL))
            .collect(Collectors.joining(", "));
    int more = names.size() - most;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String opening(List<StockEvent> events) {
    StockEvent first = events.get(0);
    if (events.size() == 1 && first.state() == StockState.OUT) {
      return first
              .alert()
              .warehouse()
              .map(name -> PrintableText.cut(name, StockTable.MAX_CELL) + " is")
              .orElse("All warehouses are")
          + " out of stock of "
          + PrintableText.cut(first.itemName(), StockTable.MAX_CELL)
          + ".";
    }
    int recovered = count(events, StockState.OK);
    List<String> sentences = new ArrayList<>();
    if (recovered < events.size()) {
      sentences.add("Stock of " + items(events.size() - recovered) + " is below the threshold.");
    }
    if (recovered > 0) {
      sentences.add("Stock of " + items(recovered) + " is at or above the threshold again.");
    }
    return String.join(" ", sentences);
  }

  /** Usually one cause: a batch contains what one file changed. */
  private static String causes(List<StockEvent> events) {
    List<String> causes = events.stream().map(StockEvent::cause).distinct().sorted().toList();
    return "Detected after "
        + PrintableText.cut(causes.get(0), StockTable.MAX_CAUSE)
        + (causes.size() > 1 ? " and " + (causes.size() - 1) + " more" : "");
  }

  private static String more(int more) {
    return more > 0 ? "... and " + more + " more.\n" : "";
  }

  private static int count(List<StockEvent> events, StockState state) {
    return (int) events.stream().filter(one -> one.state() == state).count();
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : count + " items";
  }
}
