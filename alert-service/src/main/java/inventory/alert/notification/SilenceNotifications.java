package inventory.alert.notification;

import inventory.model.freshness.Freshness;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Composes notifications about silent warehouses: no file reports about them any more. */
public final class SilenceNotifications {

  private static final int MAX_NAME = 60;
  private static final int FACT_WIDTH = 16;

  private final Optional<String> page;

  /**
   * Creates the composer.
   *
   * @param page the dashboard's URL, for a link to the warehouse
   */
  public SilenceNotifications(Optional<String> page) {
    this.page = page;
  }

  /** Composes the notification about one warehouse. */
  public Notification compose(String warehouse, Freshness freshness, Instant now) {
    String name = PrintableText.cut(warehouse, MAX_NAME);
    Instant last = freshness.lastFileAt();
    String subject = "No files from " + name + " for " + words(Duration.between(last, now));
    String opening =
        "No file has changed the stock of " + name + " for five times as long as usual.";
    List<List<String>> facts =
        List.of(
            List.of("Last file", last.truncatedTo(ChronoUnit.SECONDS).toString()),
            List.of(
                "Usual interval",
                freshness.usualInterval().map(SilenceNotifications::words).orElse("")));
    String closing =
        "Its levels are of that time. This message is not repeated until the next file.";
    Optional<String> link =
        page.map(
            base ->
                base
                    + "#/warehouses/"
                    + URLEncoder.encode(warehouse, StandardCharsets.UTF_8).replace("+", "%20"));
    return new Notification(
        Audience.OPERATIONS,
        subject,
        opening
            + "\n\n"
            + TextTable.facts(facts, FACT_WIDTH)
            + "\n"
            + closing
            + "\n"
            + link.map(url -> "The warehouse: " + url + "\n").orElse(""),
        Html.paragraph(opening)
            + Html.facts(facts)
            + Html.note(closing)
            + link.map(url -> Html.link("The warehouse", url)).orElse(""),
        subject,
        Optional.empty());
  }

  /** A duration of at least an hour for people: in days from two days on, else in hours. */
  private static String words(Duration duration) {
    long hours = duration.toHours();
    if (hours >= Duration.ofDays(2).toHours()) {
      return duration.toDays() + " days";
    }
    return PrintableText.counted(hours, "hour");
  }
}
