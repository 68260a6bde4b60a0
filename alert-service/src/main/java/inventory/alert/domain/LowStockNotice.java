package inventory.alert.domain;

import inventory.model.StockState;
import java.util.List;
import java.util.stream.Collectors;

/** Words the notice that stock is low. */
final class LowStockNotice {

  // More would not fit into the line that a mail program shows.
  private static final int MAX_WAREHOUSES_IN_SUBJECT = 5;

  // 200 rows of cells of this length, each character of up to four bytes, stay below the 256 KB
  // that SNS takes.
  private static final int MAX_CELL = 60;

  // An object's key has at most this many characters.
  private static final int MAX_CAUSE = 1024;

  private LowStockNotice() {}

  /**
   * Words the notice.
   *
   * @param cause the key of the file that changed the items
   * @param low what is low, at least one item
   */
  static Notice of(String cause, LowStock low) {
    return new Notice(subject(low), body(cause, low));
  }

  private static String subject(LowStock low) {
    return "Low stock: " + items(low.count()) + " in " + warehouses(low.warehouses());
  }

  private static String warehouses(List<String> names) {
    String listed =
        names.stream()
            .limit(MAX_WAREHOUSES_IN_SUBJECT)
            .map(name -> PrintableText.cut(name, MAX_CELL))
            .collect(Collectors.joining(", "));
    int more = names.size() - MAX_WAREHOUSES_IN_SUBJECT;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String body(String cause, LowStock low) {
    TextTable table =
        new TextTable(List.of("Warehouse", "Item", "Name", "Level", "Threshold", "State"));
    low.worst().forEach(level -> table.add(row(level, low.threshold())));
    StringBuilder text = new StringBuilder();
    text.append("Stock of ").append(items(low.count())).append(" is below the threshold.\n\n");
    text.append(table.text());
    int more = low.count() - low.worst().size();
    if (more > 0) {
      text.append("... and ").append(more).append(" more, not listed.\n");
    }
    text.append("\nSeen after the file ").append(PrintableText.cut(cause, MAX_CAUSE)).append("\n");
    return text.toString();
  }

  private static List<String> row(StockLevel level, long threshold) {
    return List.of(
        PrintableText.cut(level.key().warehouse(), MAX_CELL),
        PrintableText.cut(level.key().itemId(), MAX_CELL),
        PrintableText.cut(level.itemName(), MAX_CELL),
        level.units().toString(),
        Long.toString(threshold),
        StockState.of(level.units(), threshold) == StockState.OUT ? "OUT OF STOCK" : "low");
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : count + " items";
  }
}
