package inventory.launcher.demo;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.terminal.TextTable;
import inventory.launcher.terminal.TextTable.Column;
import inventory.launcher.validation.ValidationRun;
import inventory.model.FileStatus;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what the system has to say, for people. */
final class DemoReport {

  private static final int LETTERS_IN_FULL = 2;
  private static final Map<String, Style> STATUS_STYLES =
      Map.of(
          FileStatus.APPLIED.name(), Style.GOOD,
          FileStatus.PARTIAL.name(), Style.WARN,
          FileStatus.DUPLICATE.name(), Style.WARN,
          FileStatus.HELD.name(), Style.WARN,
          FileStatus.REJECTED.name(), Style.BAD);
  private static final Map<String, Style> STATE_STYLES =
      Map.of("low", Style.WARN, "out of stock", Style.BAD);

  private final Terminal terminal;

  DemoReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void items(String heading, List<ReportingClient.StockedItem> items) {
    terminal.heading(heading);
    TextTable table =
        new TextTable(
            Column.text("Item"),
            Column.text("Name"),
            Column.number("Level"),
            Column.number("Restock below"),
            Column.styled("", STATE_STYLES));
    for (ReportingClient.StockedItem item : items) {
      table.row(
          item.itemId(), item.itemName(), item.stockLevel(), item.restockIfBelow(), state(item));
    }
    table.print(terminal);
  }

  private static String state(ReportingClient.StockedItem item) {
    if (item.stockLevel().signum() <= 0) {
      return "out of stock";
    }
    BigInteger threshold = BigInteger.valueOf(item.restockIfBelow());
    return item.stockLevel().compareTo(threshold) < 0 ? "low" : "";
  }

  void total(ReportingClient.ItemTotal item) {
    terminal.heading("Item %s, %s, in all warehouses".formatted(item.itemId(), item.itemName()));
    TextTable table = new TextTable(Column.text("Warehouse"), Column.number("Level"));
    item.warehouses().forEach(in -> table.row(in.warehouse(), in.stockLevel()));
    table.row("total", item.total());
    table.print(terminal);
  }

  /** Prints the first letters in full, and the subjects of the others. */
  void letters(String heading, List<Mailbox.Letter> letters) {
    terminal.heading(
        "%s: %d %s".formatted(heading, letters.size(), letters.size() == 1 ? "e-mail" : "e-mails"));
    letters.stream().limit(LETTERS_IN_FULL).forEach(this::letter);
    if (letters.size() > LETTERS_IN_FULL) {
      terminal.line();
      terminal.line("  The subjects of the others:");
      letters.stream()
          .skip(LETTERS_IN_FULL)
          .forEach(letter -> terminal.line("    " + letter.subject()));
    }
  }

  private void letter(Mailbox.Letter letter) {
    terminal.line();
    header("From", letter.from());
    header("To", letter.to());
    header("Subject", terminal.styled(Style.BOLD, letter.subject()));
    String bar = "  " + terminal.styled(Style.FAINT, "│") + " ";
    terminal.line(bar.stripTrailing());
    letter
        .body()
        .lines()
        .map(Terminal::printable)
        .forEach(line -> terminal.line((bar + line).stripTrailing()));
  }

  private void header(String name, String value) {
    terminal.line("  " + terminal.styled(Style.FAINT, "│ %-8s".formatted(name)) + " " + value);
  }

  void files(List<ReportingClient.File> files) {
    terminal.heading(files.size() + " files");
    TextTable table =
        new TextTable(
            Column.text("Key"),
            Column.text("Kind"),
            Column.styled("Status", STATUS_STYLES),
            Column.number("Applied"),
            Column.number("Rejected"),
            Column.text("Reason"));
    for (ReportingClient.File file : files) {
      table.row(
          file.key(),
          file.kind(),
          file.status(),
          file.rowsApplied(),
          file.rowsRejected(),
          Optional.ofNullable(file.reason()).orElse(""));
    }
    table.print(terminal);
  }

  /** Prints what a validation found: how much of what, and the worst. */
  void validation(ValidationRun run, String bucket) {
    terminal.heading(
        "Validation: %d files, %d transactions, %d findings"
            .formatted(run.files(), run.transactions(), run.findingCount()));
    TextTable checks = new TextTable(Column.text("Check"), Column.number("Findings"));
    run.findings().forEach(checks::row);
    checks.print(terminal);
    terminal.line();
    TextTable worst =
        new TextTable(
            Column.text("Check"), Column.text("File"), Column.number("Line"), Column.text("Found"));
    run.worst()
        .forEach(
            finding ->
                worst.row(
                    finding.check(),
                    finding.file().orElse(""),
                    finding.line().map(String::valueOf).orElse(""),
                    Terminal.printable(finding.found())));
    worst.print(terminal);
    run.findingsKey().ifPresent(key -> terminal.line("  All findings: s3://" + bucket + "/" + key));
  }
}
