package inventory.alert.notification;

import inventory.model.RunState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composes notifications about validation runs (requirement V3): how a run ended, its findings. */
public final class RunNotifications {

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
        opening + "\n\n" + text(facts) + findings.text() + text(links),
        Html.paragraph(opening)
            + Html.table(List.of("", ""), facts)
            + findings.html()
            + html(links),
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
    String files = counted(run.files(), "file");
    return run.totalFindings() == 0
        ? "no findings in " + files
        : counted(run.totalFindings(), "finding") + " in " + files;
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
    facts.add(List.of("Findings", Long.toString(run.totalFindings())));
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

  private static String text(List<List<String>> facts) {
    return facts.stream()
        .map(fact -> "%-12s  %s\n".formatted(fact.get(0), fact.get(1)))
        .collect(Collectors.joining());
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
                .sorted(FindingTables.MOST_FIRST)
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

  private static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }
}
