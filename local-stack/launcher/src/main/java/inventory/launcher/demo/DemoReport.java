package inventory.launcher.demo;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.launcher.verify.ReportingClient;
import inventory.model.StockState;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints reports and e-mails. */
final class DemoReport {

  private static final int LETTERS_IN_FULL = 2;
  private static final Map<StockState, String> STATES =
      Map.of(StockState.OK, "", StockState.LOW, "low", StockState.OUT, "out of stock");
  private static final Map<String, IStyle> STYLES =
      Map.of(
          "low", Style.fg_yellow,
          "out of stock", Style.fg_red,
          "APPLIED", Style.fg_green,
          "PARTIAL", Style.fg_yellow,
          "DUPLICATE", Style.fg_yellow,
          "HELD", Style.fg_yellow,
          "INCOMPLETE", Style.fg_red,
          "REJECTED", Style.fg_red);

  private final Terminal terminal;

  DemoReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void items(String heading, List<ReportingClient.StockedItem> items) {
    terminal.heading(heading);
    TextTable table = new TextTable(STYLES, "Item", "Name", "Level", "Restock below", "");
    for (ReportingClient.StockedItem item : items) {
      StockState state = StockState.of(item.stockLevel(), item.restockIfBelow());
      table.row(
          item.itemId(),
          item.itemName(),
          item.stockLevel(),
          item.restockIfBelow(),
          STATES.get(state));
    }
    table.print(terminal);
  }

  void total(ReportingClient.ItemTotal item) {
    terminal.heading("Item %s, %s, in all warehouses".formatted(item.itemId(), item.itemName()));
    TextTable table = new TextTable("Warehouse", "Level");
    item.warehouses().forEach(in -> table.row(in.warehouse(), in.stockLevel()));
    table.row("total", item.total());
    table.print(terminal);
  }

  /** Prints the first e-mails in full and the subjects of the others. */
  void letters(String heading, List<Mailbox.Letter> letters) {
    terminal.heading("%s: %d".formatted(heading, letters.size()));
    letters.stream().limit(LETTERS_IN_FULL).forEach(this::letter);
    if (letters.size() > LETTERS_IN_FULL) {
      terminal.line("");
      terminal.line("  Subjects of the others:");
      letters.stream()
          .skip(LETTERS_IN_FULL)
          .forEach(letter -> terminal.line("    " + letter.subject()));
    }
  }

  private void letter(Mailbox.Letter letter) {
    terminal.line("");
    String headers =
        "From     %s%nTo       %s%nSubject  %s%n%n"
            .formatted(letter.from(), letter.to(), terminal.styled(Style.bold, letter.subject()));
    String bar = "  " + terminal.styled(Style.faint, "│") + " ";
    headers.lines().forEach(line -> terminal.line((bar + line).stripTrailing()));
    letter
        .body()
        .lines()
        .map(Terminal::printable)
        .forEach(line -> terminal.line((bar + line).stripTrailing()));
  }

  void files(List<ReportingClient.File> files) {
    terminal.heading(files.size() + " files");
    TextTable table =
        new TextTable(STYLES, "Key", "Kind", "Status", "Applied", "Rejected", "Reason");
    for (ReportingClient.File file : files) {
      table.row(
          file.key(),
          file.kind(),
          file.status(),
          file.rowsApplied(),
          file.rowsRejected(),
          file.reason());
    }
    table.print(terminal);
  }

  void validation(ReportingClient.Run run, String bucket) {
    terminal.heading(
        "Validation: %d files, %d transactions, %d findings"
            .formatted(
                run.progress().files(), run.progress().transactions(), run.findings().total()));
    TextTable checks = new TextTable("Check", "Findings");
    run.findings().byCheck().forEach(checks::row);
    checks.print(terminal);
    terminal.line("");
    TextTable worst = new TextTable("Check", "File", "Line", "Found");
    for (ReportingClient.Finding finding : run.worst()) {
      worst.row(finding.check(), finding.file(), finding.line(), finding.found());
    }
    worst.print(terminal);
    if (run.findingsKey() != null) {
      terminal.line("  All findings: s3://" + bucket + "/" + run.findingsKey());
    }
  }
}
