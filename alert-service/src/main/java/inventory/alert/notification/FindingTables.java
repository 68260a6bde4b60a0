package inventory.alert.notification;

import inventory.alert.notification.RunReport.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The findings of a validation run as tables: their number by check, and the worst ones. */
final class FindingTables {

  /** Most frequent first, then by name: the order is the same each time. */
  static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  // There are at most ten rows, so most keys and texts fit in full.
  private static final int MAX_KEY = 120;
  private static final int MAX_VALUE = 200;

  private static final List<String> BY_CHECK = List.of("Check", "Findings");
  private static final List<String> WORST =
      List.of("File", "Line", "Check", "Warehouse", "Item", "Found", "Expected");

  private final List<List<String>> byCheck;
  private final List<List<String>> worst;
  private final String heading;

  FindingTables(RunReport run) {
    byCheck =
        run.findings().entrySet().stream()
            .sorted(MOST_FIRST)
            .map(entry -> List.of(entry.getKey(), entry.getValue().toString()))
            .toList();
    worst = run.worst().stream().map(FindingTables::row).toList();
    heading = "The worst " + worst.size() + " of " + run.totalFindings() + ":";
  }

  private static List<String> row(Finding finding) {
    return List.of(
        PrintableText.cut(finding.file(), MAX_KEY),
        PrintableText.cut(finding.line(), StockTable.MAX_CELL),
        PrintableText.cut(finding.check(), StockTable.MAX_CELL),
        PrintableText.cut(finding.warehouse(), StockTable.MAX_CELL),
        PrintableText.cut(finding.itemId(), StockTable.MAX_CELL),
        PrintableText.cut(finding.found(), MAX_VALUE),
        PrintableText.cut(finding.expected(), MAX_VALUE));
  }

  /** In plain text, a blank line before each table; empty without findings. */
  String text() {
    String counts = byCheck.isEmpty() ? "" : "\n" + text(BY_CHECK, byCheck);
    return worst.isEmpty() ? counts : counts + "\n" + heading + "\n\n" + text(WORST, worst);
  }

  private static String text(List<String> header, List<List<String>> rows) {
    TextTable table = new TextTable(header);
    rows.forEach(table::add);
    return table.text();
  }

  /** In HTML; empty without findings. */
  String html() {
    String counts = byCheck.isEmpty() ? "" : Html.table(BY_CHECK, byCheck);
    return worst.isEmpty() ? counts : counts + Html.paragraph(heading) + Html.table(WORST, worst);
  }
}
