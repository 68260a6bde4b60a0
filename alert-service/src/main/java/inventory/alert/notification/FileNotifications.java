package inventory.alert.notification;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Composes notifications about files (requirement A5): what arrived, was applied and was rejected.
 * The rejected events of an hour are stored as a file too.
 */
public final class FileNotifications {

  private static final int MAX_LINE = 300;
  private static final int MAX_KEY_IN_SUBJECT = 100;
  private static final int FACT_WIDTH = 10;

  private final Optional<String> page;
  private final String bucket;

  /**
   * Creates the composer.
   *
   * @param page the dashboard's URL; without it, links lead to the bucket
   * @param bucket the inbox bucket's name
   */
  public FileNotifications(Optional<String> page, String bucket) {
    this.page = page;
    this.bucket = bucket;
  }

  /** Composes the notification about one file. */
  public Notification compose(FileReport file) {
    boolean events = file.kind() == FileKind.EVENTS;
    List<List<String>> facts = events ? factsOfEvents(file) : facts(file);
    String subject = events ? subjectOfEvents(file) : subject(file, MAX_KEY_IN_SUBJECT);
    List<String> rejects =
        file.firstRejects().stream().map(text -> PrintableText.cut(text, MAX_LINE)).toList();
    Optional<String> link = file.rejectsKey().map(rejectsKey -> link(file, rejectsKey));
    return new Notification(
        Audience.OPERATIONS,
        subject,
        text(facts, rejects, file, link),
        html(facts, rejects, file, link),
        PrintableText.cut(
            events ? subject : subject(file, StockTable.MAX_CAUSE),
            Notification.MAX_SHORT_TEXT / 2),
        Optional.empty());
  }

  private static String subject(FileReport file, int maxKey) {
    return "File " + file.status() + ": " + PrintableText.cut(file.key(), maxKey);
  }

  private static String subjectOfEvents(FileReport hour) {
    return "Events rejected in the hour from " + hour.receivedAt();
  }

  private static List<List<String>> factsOfEvents(FileReport hour) {
    return List.of(
        List.of("List", PrintableText.cut(hour.key(), StockTable.MAX_CAUSE)),
        List.of("Arrived", "in the hour from " + hour.receivedAt()),
        List.of("Rejected", PrintableText.counted(hour.rowsRejected(), "event")),
        List.of("Reason", PrintableText.cut(hour.reason(), StockTable.MAX_CAUSE)),
        List.of("Record", hour.fileId()));
  }

  private static List<List<String>> facts(FileReport file) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("File", PrintableText.cut(file.key(), StockTable.MAX_CAUSE)));
    facts.add(List.of("Uploaded", file.receivedAt().toString()));
    facts.add(List.of("Size", file.size() + " bytes"));
    facts.add(List.of("Kind", file.kind().toString()));
    facts.add(List.of("Status", file.status().toString()));
    facts.add(List.of("Applied", applied(file)));
    facts.add(List.of("Rejected", PrintableText.counted(file.rowsRejected(), "row")));
    if (!file.reason().isEmpty()) {
      facts.add(List.of("Reason", PrintableText.cut(file.reason(), StockTable.MAX_CAUSE)));
    }
    facts.add(List.of("Record", file.fileId()));
    return facts;
  }

  private static String applied(FileReport file) {
    return file.status() == FileStatus.INCOMPLETE
        ? "an unknown number of rows"
        : PrintableText.counted(file.rowsApplied(), "row");
  }

  private String link(FileReport file, String rejectsKey) {
    return page.map(base -> base + "#/files/" + file.fileId())
        .orElse("s3://" + bucket + "/" + rejectsKey);
  }

  private static String text(
      List<List<String>> facts, List<String> rejects, FileReport file, Optional<String> link) {
    StringBuilder text = new StringBuilder(TextTable.facts(facts, FACT_WIDTH));
    if (!rejects.isEmpty()) {
      text.append("\nRejected:\n");
      rejects.forEach(reject -> text.append("  ").append(reject).append('\n'));
      text.append(more(file, rejects));
    }
    link.ifPresent(url -> text.append("\nAll rejects: ").append(url).append('\n'));
    return text.toString();
  }

  private static String html(
      List<List<String>> facts, List<String> rejects, FileReport file, Optional<String> link) {
    String rejected =
        rejects.stream().map(reject -> Html.paragraph(reject)).collect(Collectors.joining());
    return Html.facts(facts)
        + rejected
        + Html.paragraph(more(file, rejects))
        + link.map(url -> Html.link("All rejects", url)).orElse("");
  }

  private static String more(FileReport file, List<String> rejects) {
    long more = file.rowsRejected() - rejects.size();
    return more > 0 ? "  ... and " + more + " more\n" : "";
  }
}
