package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.order.Outflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composes notifications about stock: the worst items first. */
public final class StockNotifications {

  /** The largest number of listed items: people read no more, and mail servers reject more. */
  public static final int MAX_LISTED = 200;

  // More warehouses would not fit into the line of a mail program.
  static final int MAX_IN_SUBJECT = 5;

  private static final String EVERYWHERE = "all warehouses";

  private final int orderUpTo;
  private final Optional<String> page;

  /**
   * Creates the composer.
   *
   * @param orderUpTo up to which multiple of its threshold to order an item, 1 or more
   * @param page the dashboard's URL, for a link to the open alerts
   */
  public StockNotifications(int orderUpTo, Optional<String> page) {
    this.orderUpTo = orderUpTo;
    this.page = page;
  }

  /**
   * Composes a notification about stock that became low, ran out or recovered.
   *
   * @param audience who reads it
   * @param lines at least one, each about another alert
   * @param outflows the units that left the stock of the items that are {@link #listed}
   * @param at when the levels were read
   */
  public Notification notice(
      Audience audience, Collection<StockLine> lines, Map<AlertId, Outflow> outflows, Instant at) {
    List<StockLine> all = lines.stream().sorted(StockLine.WORST_FIRST).toList();
    Orders orders = new Orders(orderUpTo, outflows);
    List<StockLine> listed = all.subList(0, Math.min(all.size(), MAX_LISTED));
    StockTable table = new StockTable(listed, orders);
    int more = all.size() - listed.size();
    String opening = opening(all);
    String origin = causes(all) + ". Levels of " + at.truncatedTo(ChronoUnit.SECONDS) + ".";
    Optional<String> link = page.map(base -> base + "#/alerts");
    return new Notification(
        audience,
        subject(all),
        opening
            + "\n\n"
            + table.text()
            + more(more)
            + "\n"
            + origin
            + "\n"
            + link.map(url -> "All open alerts: " + url + "\n").orElse(""),
        Html.paragraph(opening)
            + table.html()
            + Html.paragraph(more(more))
            + Html.note(origin)
            + link.map(url -> Html.link("All open alerts", url)).orElse(""),
        ShortText.of(all, where(all, 1)),
        more > 0 ? Optional.of(StockList.write(all, orders)) : Optional.empty());
  }

  /** The items to order that a notification lists, at most {@value #MAX_LISTED}. */
  public static List<AlertId> listed(Collection<StockLine> lines) {
    return lines.stream()
        .filter(line -> line.state() != StockState.OK)
        .sorted(StockLine.WORST_FIRST)
        .limit(MAX_LISTED)
        .map(StockLine::alert)
        .toList();
  }

  private static String subject(List<StockLine> events) {
    int out = count(events, StockState.OUT);
    int low = out + count(events, StockState.LOW);
    if (low == 0) {
      return "Stock recovered: " + items(events.size()) + " in " + where(events, MAX_IN_SUBJECT);
    }
    String where = where(events.subList(0, low), MAX_IN_SUBJECT);
    String outOfIt = out == 0 ? "" : " (" + out + " out of stock)";
    return "Low stock: " + items(low) + " in " + where + outOfIt;
  }

  static String where(List<StockLine> events, int most) {
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

  private static String opening(List<StockLine> events) {
    StockLine first = events.get(0);
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

  /** Usually one cause: what one file changed. */
  private static String causes(List<StockLine> events) {
    List<String> causes = events.stream().map(StockLine::cause).distinct().sorted().toList();
    return "Detected after "
        + PrintableText.cut(causes.get(0), StockTable.MAX_CAUSE)
        + (causes.size() > 1 ? " and " + (causes.size() - 1) + " more" : "");
  }

  private static String more(int more) {
    return more > 0 ? "... and " + more + " more.\n" : "";
  }

  static int count(List<StockLine> events, StockState state) {
    return (int) events.stream().filter(one -> one.state() == state).count();
  }

  static String items(int count) {
    return PrintableText.counted(count, "item");
  }
}
