package inventory.alert.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words notices about files (requirement A5): what arrived, what was applied, what was not. */
public final class FileNotices {

  private static final int MAX_LINE = 300;
  private static final int MAX_KEY_IN_SUBJECT = 100;

  private final Optional<String> api;
  private final String bucket;

  /**
   * Words them.
   *
   * @param api the base URL of the reporting API, for links; without it, links are to the bucket
   * @param bucket the inbox bucket's name
   */
  public FileNotices(Optional<String> api, String bucket) {
    this.api = api;
    this.bucket = bucket;
  }

  /** Words the notice about one file. */
  public Notice compose(FileReport file) {
    String key = PrintableText.cut(file.key(), StockTable.MAX_CAUSE);
    List<List<String>> facts = facts(file, key);
    List<String> rejects =
        file.firstRejects().stream().map(text -> PrintableText.cut(text, MAX_LINE)).toList();
    Optional<String> link = file.rejectsKey().map(rejectsKey -> link(file, rejectsKey));
    return new Notice(
        Audience.OPERATIONS,
        "File " + file.status() + ": " + PrintableText.cut(file.key(), MAX_KEY_IN_SUBJECT),
        text(facts, rejects, file, link),
        html(facts, rejects, file, link),
        PrintableText.cut("File " + file.status() + ": " + key, Notice.MAX_SHORT_TEXT / 2),
        Optional.empty());
  }

  private static List<List<String>> facts(FileReport file, String key) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("File", key));
    facts.add(List.of("Uploaded", file.receivedAt().toString()));
    facts.add(List.of("Size", file.size() + " bytes"));
    facts.add(List.of("Kind", file.kind().toString()));
    facts.add(List.of("Status", file.status().toString()));
    facts.add(List.of("Applied", rows(file.rowsApplied())));
    facts.add(List.of("Rejected", rows(file.rowsRejected())));
    if (!file.reason().isEmpty()) {
      facts.add(List.of("Reason", PrintableText.cut(file.reason(), StockTable.MAX_CAUSE)));
    }
    facts.add(List.of("Record", file.fileId()));
    return facts;
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private String link(FileReport file, String rejectsKey) {
    return api.map(base -> base + "/files/" + file.fileId() + "/rejects")
        .orElse("s3://" + bucket + "/" + rejectsKey);
  }

  private static String text(
      List<List<String>> facts, List<String> rejects, FileReport file, Optional<String> link) {
    StringBuilder text = new StringBuilder();
    facts.forEach(fact -> text.append("%-9s %s\n".formatted(fact.get(0), fact.get(1))));
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
    return Html.table(List.of("", ""), facts)
        + rejected
        + Html.paragraph(more(file, rejects))
        + link.map(url -> Html.link("All rejects", url)).orElse("");
  }

  private static String more(FileReport file, List<String> rejects) {
    long more = file.rowsRejected() - rejects.size();
    return more > 0 ? "  ... and " + more + " more\n" : "";
  }
}
