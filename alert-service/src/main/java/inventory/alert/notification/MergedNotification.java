package inventory.alert.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several notifications to the same audience as one. */
public final class MergedNotification {

  /** The largest number of notifications that are there in full: people read no more. */
  static final int MAX_IN_FULL = 10;

  /** The largest number of further notifications whose subjects are listed. */
  static final int MAX_LISTED = 200;

  private static final String RULE = "-".repeat(72);

  private MergedNotification() {}

  /**
   * Merges notifications.
   *
   * @param parts at least one, without full lists; a single one stays as it is
   */
  public static Notification of(List<Notification> parts) {
    Notification first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    String subject = first.subject() + " and " + (parts.size() - 1) + " more";
    String opening = parts.size() + " notifications, the oldest first:";
    List<Notification> full = parts.subList(0, Math.min(parts.size(), MAX_IN_FULL));
    List<String> listed = listed(parts.subList(full.size(), parts.size()));
    return new Notification(
        first.audience(),
        subject,
        opening
            + "\n\n"
            + full.stream()
                .map(part -> RULE + "\n" + part.subject() + "\n\n" + part.text())
                .collect(Collectors.joining("\n"))
            + listed.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining("", listed.isEmpty() ? "" : RULE + "\n", "")),
        Html.paragraph(opening)
            + full.stream()
                .map(part -> Html.heading(part.subject()) + part.html())
                .collect(Collectors.joining())
            + listed.stream().map(Html::paragraph).collect(Collectors.joining()),
        PrintableText.cut(subject, Notification.MAX_SHORT_TEXT / 2),
        Optional.empty());
  }

  private static List<String> listed(List<Notification> rest) {
    List<String> lines = new ArrayList<>();
    rest.stream().limit(MAX_LISTED).map(Notification::subject).forEach(lines::add);
    if (rest.size() > MAX_LISTED) {
      lines.add("... and " + (rest.size() - MAX_LISTED) + " more.");
    }
    return lines;
  }
}
