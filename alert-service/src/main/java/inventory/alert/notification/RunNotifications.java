package inventory.alert.notification;

import inventory.alert.notification.RunReport.Finding;
import inventory.model.RunState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composes notifications about validation runs (requirement V3): how a run ended, its findings. */
public final class RunNotifications {

  // Most frequent first, then by name: the order is the same each time.
  private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private static final int FACT_WIDTH = 14;

  private final Optional<String> page;
  private final String bucket;

  /**
   * Creates the composer.
   *
   * @param page the dashboard's URL, for a link to the runs
   * @param bucket the inbox bucket's name
   */
  public RunNotifications(Optional<String> page, String bucket) {
    this.page = page;
    this.bucket = bucket;
  }

  /** Composes the notification about one run. */
  public Notification compose(RunReport run) {
    String subject = subject(run);
    String opening = opening(run);
    List<List<String>> facts = facts(run);
    FindingTables findings = new FindingTables(run);
    Map<String, String> links = links(run);
    return new Notification(
        Audience.OPERATIONS,
        subject,
        opening + "\n\n" + TextTable.facts(facts, FACT_WIDTH) + findings.text() + text(links),
        Html.paragraph(opening) + Html.facts(facts) + findings.html() + html(links),
        shortText(subject, run),
        Optional.empty());
  }

  private static String subject(RunReport run) {
    String name = "Validation " + LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    return switch (run.state()) {
      case COMPLETED -> name + ": " + outcome(run);
      case FAILED -> name + " could not be completed";
      case RUNNING -> name + " was interrupted and is running again";
    };
  }

  private static String outcome(RunReport run) {
    String files = PrintableText.counted(run.files(), "file");
    return run.totalFindings() == 0
        ? "no findings in " + files
        : "%s in %s, %d new"
            .formatted(
                PrintableText.counted(run.totalFindings(), "finding"), files, run.totalNew());
  }

  private static String opening(RunReport run) {
    return switch (run.state()) {
      case COMPLETED -> "The validation is complete: " + outcome(run) + ".";
      case FAILED ->
          "The validation could not be completed. Its results so far are stored: the next start"
              + " resumes where it stopped.";
      case RUNNING -> "The validation was interrupted and has resumed where it stopped.";
    };
  }

  private static List<List<String>> facts(RunReport run) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("Started", run.startedAt().toString()));
    run.endedAt().ifPresent(at -> facts.add(List.of("Ended", at.toString())));
    facts.add(List.of("State", run.state().toString()));
    if (!run.reason().isBlank()) {
      facts.add(List.of("Reason", PrintableText.cut(run.reason(), StockTable.MAX_CAUSE)));
    }
    facts.add(List.of("Files", files(run)));
    facts.add(List.of("Transactions", Long.toString(run.transactions())));
    facts.add(List.of("Levels", Long.toString(run.levels())));
    facts.add(List.of("Findings", run.totalFindings() + ", " + run.totalNew() + " new"));
    if (run.acceptedFindings() > 0) {
      facts.add(List.of("Accepted", run.acceptedFindings() + " more, not counted"));
    }
    facts.add(List.of("Run", run.runId()));
    return facts;
  }

  private static String files(RunReport run) {
    return run.filesTotal() > run.files()
        ? run.files() + " of " + run.filesTotal()
        : Long.toString(run.files());
  }

  private Map<String, String> links(RunReport run) {
    Map<String, String> links = new LinkedHashMap<>();
    run.findingsKey().ifPresent(key -> links.put("All findings", "s3://" + bucket + "/" + key));
    page.ifPresent(base -> links.put("The run", base + "#/validation"));
    return links;
  }

  private static String text(Map<String, String> links) {
    return links.entrySet().stream()
        .map(link -> link.getKey() + ": " + link.getValue() + "\n")
        .collect(Collectors.joining("", links.isEmpty() ? "" : "\n", ""));
  }

  private static String html(Map<String, String> links) {
    return links.entrySet().stream()
        .map(link -> Html.link(link.getKey(), link.getValue()))
        .collect(Collectors.joining());
  }

  /** The subject, then as much of the reason or the numbers as fits. */
  private static String shortText(String subject, RunReport run) {
    String detail =
        run.state() == RunState.FAILED
            ? run.reason()
            : run.findings().entrySet().stream()
                .sorted(MOST_FIRST)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    if (detail.isEmpty()) {
      return subject;
    }
    String beginning = subject + ": ";
    // A code point may take two characters.
    int room = (Notification.MAX_SHORT_TEXT - beginning.length()) / 2;
    return beginning + PrintableText.cut(detail, room);
  }

  /** The findings as tables: their number by check, and the worst ones. */
  private static final class FindingTables {

    // There are at most ten rows, so most keys and texts fit in full.
    private static final int MAX_KEY = 120;
    private static final int MAX_VALUE = 200;

    private static final List<String> BY_CHECK = List.of("Check", "Findings", "New");
    private static final List<String> WORST =
        List.of("New", "File", "Line", "Check", "Warehouse", "Item", "Found", "Expected");

    private final List<List<String>> byCheck;
    private final List<List<String>> worst;
    private final String heading;

    private FindingTables(RunReport run) {
      byCheck =
          run.findings().entrySet().stream()
              .sorted(MOST_FIRST)
              .map(entry -> byCheck(entry.getKey(), entry.getValue(), run))
              .toList();
      worst = run.worst().stream().map(FindingTables::row).toList();
      heading = "The worst %d of %d, new ones first:".formatted(worst.size(), run.totalFindings());
    }

    private static List<String> byCheck(String check, long number, RunReport run) {
      long added = run.newFindings().getOrDefault(check, 0L);
      return List.of(check, Long.toString(number), added == 0 ? "" : Long.toString(added));
    }

    private static List<String> row(Finding finding) {
      return List.of(
          finding.isNew() ? "new" : "",
          PrintableText.cut(finding.file(), MAX_KEY),
          PrintableText.cut(finding.line(), StockTable.MAX_CELL),
          PrintableText.cut(finding.check(), StockTable.MAX_CELL),
          PrintableText.cut(finding.warehouse(), StockTable.MAX_CELL),
          PrintableText.cut(finding.itemId(), StockTable.MAX_CELL),
          PrintableText.cut(finding.found(), MAX_VALUE),
          PrintableText.cut(finding.expected(), MAX_VALUE));
    }

    /** In plain text, a blank line before each table; empty without findings. */
    private String text() {
      String counts = byCheck.isEmpty() ? "" : "\n" + text(BY_CHECK, byCheck);
      return worst.isEmpty() ? counts : counts + "\n" + heading + "\n\n" + text(WORST, worst);
    }

    private static String text(List<String> header, List<List<String>> rows) {
      TextTable table = new TextTable(header);
      rows.forEach(table::add);
      return table.text();
    }

    /** In HTML; empty without findings. */
    private String html() {
      String counts = byCheck.isEmpty() ? "" : Html.table(BY_CHECK, byCheck);
      return worst.isEmpty() ? counts : counts + Html.paragraph(heading) + Html.table(WORST, worst);
    }
  }
}
