package inventory.alert.notice;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words notices about stock: what one batch has changed, in one message, the worst first. */
public final class StockNotices {

  /** How many items a notice lists; beyond that nobody reads on, and mail servers refuse. */
  static final int MAX_LISTED = 200;

  // More warehouses would not fit into the line that a mail program shows.
  private static final int MAX_IN_SUBJECT = 5;

  private static final String EVERYWHERE = "all warehouses";

  private final int orderUpTo;

  /**
   * Words them.
   *
   * @param orderUpTo to which multiple of its threshold stock is to be ordered, 1 or more
   */
  public StockNotices(int orderUpTo) {
    this.orderUpTo = orderUpTo;
  }

  /**
   * Words one notice.
   *
   * @param news what to tell, at least one; of several about the same item the last is told, as the
   *     others are over
   */
  public Notice compose(Collection<StockNews> news) {
    List<StockNews> all = lastOfEach(news);
    List<StockNews> listed = all.subList(0, Math.min(all.size(), MAX_LISTED));
    StockTable table = new StockTable(listed, orderUpTo);
    int more = all.size() - listed.size();
    String opening = opening(all);
    String causes = causes(all);
    return new Notice(
        Audience.PURCHASING,
        subject(all),
        opening + "\n\n" + table.text() + more(more) + "\n" + causes + "\n",
        Html.paragraph(opening) + table.html() + Html.paragraph(more(more)) + Html.note(causes),
        ShortText.of(all, where(all, 1)),
        more > 0 ? Optional.of(StockList.write(all, orderUpTo)) : Optional.empty());
  }

  private static List<StockNews> lastOfEach(Collection<StockNews> news) {
    Map<AlertId, StockNews> last = new LinkedHashMap<>();
    news.forEach(one -> last.put(one.alert(), one));
    return last.values().stream().sorted(StockNews.WORST_FIRST).toList();
  }

  private static String subject(List<StockNews> news) {
    int out = count(news, StockState.OUT);
    int low = out + count(news, StockState.LOW);
    if (low == 0) {
      return "Stock recovered: " + items(news.size()) + " in " + where(news, MAX_IN_SUBJECT);
    }
    String where = where(news.subList(0, low), MAX_IN_SUBJECT);
    String outOfIt = out == 0 ? "" : " (" + out + " out of stock)";
    return "Low stock: " + items(low) + " in " + where + outOfIt;
  }

  private static String where(List<StockNews> news, int most) {
    List<String> names =
        news.stream()
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

  private static String opening(List<StockNews> news) {
    StockNews first = news.get(0);
    if (news.size() == 1 && first.state() == StockState.OUT) {
      String where = first.alert().warehouse().orElse("The whole system");
      return PrintableText.cut(where, StockTable.MAX_CELL)
          + " is out of stock of "
          + PrintableText.cut(first.itemName(), StockTable.MAX_CELL)
          + ".";
    }
    int recovered = count(news, StockState.OK);
    List<String> sentences = new ArrayList<>();
    if (recovered < news.size()) {
      sentences.add("Stock of " + items(news.size() - recovered) + " is below the threshold.");
    }
    if (recovered > 0) {
      sentences.add("Stock of " + items(recovered) + " is at or above the threshold again.");
    }
    return String.join(" ", sentences);
  }

  /** Mostly one: a batch is what one file has changed. */
  private static String causes(List<StockNews> news) {
    List<String> causes = news.stream().map(StockNews::cause).distinct().sorted().toList();
    return "Seen after "
        + PrintableText.cut(causes.get(0), StockTable.MAX_CAUSE)
        + (causes.size() > 1 ? " and " + (causes.size() - 1) + " more" : "");
  }

  private static String more(int more) {
    return more > 0 ? "... and " + more + " more.\n" : "";
  }

  private static int count(List<StockNews> news, StockState state) {
    return (int) news.stream().filter(one -> one.state() == state).count();
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : count + " items";
  }
}
