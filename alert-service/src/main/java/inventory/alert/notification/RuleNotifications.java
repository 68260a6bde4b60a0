package inventory.alert.notification;

import inventory.alert.notification.Notification.FullList;
import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.order.Outflow;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.RecipientRule.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Composes digests, reminders and escalations for the people whom a rule names. */
public final class RuleNotifications {

  private static final int MAX_ADDRESSES = 5;

  private final int orderUpTo;
  private final Optional<String> page;

  /**
   * Creates the composer.
   *
   * @param orderUpTo up to which multiple of its threshold to order an item, 1 or more
   * @param page the dashboard's URL, for a link to the open alerts
   */
  public RuleNotifications(int orderUpTo, Optional<String> page) {
    this.orderUpTo = orderUpTo;
    this.page = page;
  }

  /**
   * Composes a digest.
   *
   * @param changed what became low, ran out or recovered since the last digest, at least one
   * @param open what was reported before and is still low
   * @param outflows the units that left the stock of the listed items
   * @param at when the levels were read
   */
  public Notification digest(
      RecipientRule rule,
      Collection<StockLine> changed,
      Collection<StockLine> open,
      Map<AlertId, Outflow> outflows,
      Instant at) {
    List<StockLine> low = sorted(changed, line -> line.state() != StockState.OK);
    List<StockLine> recovered = sorted(changed, line -> line.state() == StockState.OK);
    List<StockLine> still = sorted(open, line -> true);
    List<StockLine> all = Stream.of(low, still, recovered).flatMap(List::stream).toList();
    ZoneId zone = rule.schedule().zone();
    Body body = new Body(new Orders(orderUpTo, outflows), zone);
    body.paragraph(opening(low.size(), recovered.size(), still.size()));
    body.section("Low since the last digest", low);
    body.section("Still low", still);
    body.section("Recovered since the last digest", recovered);
    body.note("Digest of the rule " + rule.name() + ". Levels of " + local(at, zone) + ".");
    body.link("All open alerts", link());
    return body.notification(
        new Audience.Rule(rule.name(), Audience.Purpose.DIGEST),
        digestSubject(Stream.concat(low.stream(), still.stream()).toList(), recovered),
        all);
  }

  private static String digestSubject(List<StockLine> low, List<StockLine> recovered) {
    return low.isEmpty()
        ? "Stock digest: " + subject(recovered, "recovered")
        : "Stock digest: " + subject(low, "low");
  }

  private static String opening(int low, int recovered, int still) {
    List<String> sentences = new ArrayList<>();
    if (low > 0) {
      sentences.add(
          "Stock of %s fell below the threshold since the last digest."
              .formatted(StockNotifications.items(low)));
    }
    if (recovered > 0) {
      sentences.add(
          "Stock of %s is at or above the threshold again."
              .formatted(StockNotifications.items(recovered)));
    }
    if (still > 0) {
      sentences.add(
          "Stock of %s that %s reported before is still low."
              .formatted(StockNotifications.items(still), still == 1 ? "was" : "were"));
    }
    return String.join(" ", sentences);
  }

  /**
   * Composes a reminder of alerts that nobody has acknowledged.
   *
   * @param lines at least one
   * @param outflows the units that left the stock of the listed items
   * @param at when the levels were read
   */
  public Notification reminder(
      RecipientRule rule, Collection<StockLine> lines, Map<AlertId, Outflow> outflows, Instant at) {
    String opening =
        "You were notified of %s %s ago, and nobody has acknowledged %s.%s"
            .formatted(
                StockNotifications.items(lines.size()),
                words(rule.remindAfter().orElse(Duration.ZERO)),
                lines.size() == 1 ? "it" : "them",
                rule.escalation().map(next -> warning(next)).orElse(""));
    return followUp(Audience.Purpose.REMINDER, "Reminder: ", opening, rule, lines, outflows, at);
  }

  private static String warning(Escalation next) {
    return " If nobody does, %s will be notified.".formatted(addresses(next.to()));
  }

  /**
   * Composes an escalation of alerts that nobody has acknowledged.
   *
   * @param lines at least one
   * @param outflows the units that left the stock of the listed items
   * @param at when the levels were read
   */
  public Notification escalation(
      RecipientRule rule, Collection<StockLine> lines, Map<AlertId, Outflow> outflows, Instant at) {
    String opening =
        "Nobody has acknowledged %s. %s %s notified %s ago or earlier."
            .formatted(
                lines.size() == 1 ? "this alert" : "these alerts",
                addresses(rule.to()),
                rule.to().size() == 1 ? "was" : "were",
                words(rule.escalation().map(Escalation::after).orElse(Duration.ZERO)));
    return followUp(
        Audience.Purpose.ESCALATION, "Not acknowledged: ", opening, rule, lines, outflows, at);
  }

  private Notification followUp(
      Audience.Purpose purpose,
      String prefix,
      String opening,
      RecipientRule rule,
      Collection<StockLine> lines,
      Map<AlertId, Outflow> outflows,
      Instant at) {
    List<StockLine> all = sorted(lines, line -> true);
    ZoneId zone = rule.schedule().zone();
    Body body = new Body(new Orders(orderUpTo, outflows), zone);
    body.paragraph(opening);
    body.section("", all);
    body.note("Rule " + rule.name() + ". Levels of " + local(at, zone) + ".");
    body.link("Acknowledge or snooze them", link());
    return body.notification(
        new Audience.Rule(rule.name(), purpose), prefix + subject(all, "low"), all);
  }

  private Optional<String> link() {
    return page.map(base -> base + "#/alerts");
  }

  private static String subject(List<StockLine> lines, String state) {
    int out = StockNotifications.count(lines, StockState.OUT);
    return "%s %s in %s%s"
        .formatted(
            StockNotifications.items(lines.size()),
            state,
            StockNotifications.where(lines, StockNotifications.MAX_IN_SUBJECT),
            out == 0 ? "" : " (" + out + " out of stock)");
  }

  private static String addresses(List<String> to) {
    String listed = String.join(", ", to.subList(0, Math.min(to.size(), MAX_ADDRESSES)));
    int more = to.size() - MAX_ADDRESSES;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String local(Instant at, ZoneId zone) {
    return StockTable.MINUTE.format(at.atZone(zone)) + " (" + zone + ")";
  }

  /** A duration in its largest unit that is whole: "4 hours". */
  private static String words(Duration duration) {
    if (duration.toSecondsPart() != 0) {
      return PrintableText.counted(duration.toSeconds(), "second");
    }
    if (duration.toMinutesPart() != 0) {
      return PrintableText.counted(duration.toMinutes(), "minute");
    }
    return duration.toHoursPart() != 0
        ? PrintableText.counted(duration.toHours(), "hour")
        : PrintableText.counted(duration.toDays(), "day");
  }

  private static List<StockLine> sorted(
      Collection<StockLine> lines, Predicate<StockLine> selected) {
    return lines.stream().filter(selected).sorted(StockLine.WORST_FIRST).toList();
  }

  /** The plain text and the HTML of a message, written together. */
  private static final class Body {

    private final Orders orders;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int room = StockNotifications.MAX_LISTED;
    private boolean isCut;

    private Body(Orders orders, ZoneId zone) {
      this.orders = orders;
      this.zone = zone;
    }

    private void paragraph(String content) {
      text.append(content).append("\n\n");
      html.append(Html.paragraph(content));
    }

    /** A table with a title; nothing if it has no rows. */
    private void section(String title, List<StockLine> lines) {
      if (lines.isEmpty()) {
        return;
      }
      List<StockLine> listed = lines.subList(0, Math.min(lines.size(), room));
      int more = lines.size() - listed.size();
      room -= listed.size();
      isCut |= more > 0;
      StockTable table = new StockTable(listed, orders, Optional.of(zone));
      if (!title.isEmpty()) {
        text.append(title).append("\n\n");
        html.append(Html.heading(title));
      }
      text.append(table.text());
      html.append(table.html());
      if (more > 0) {
        String rest = "... and " + more + " more.";
        text.append(rest).append('\n');
        html.append(Html.paragraph(rest));
      }
      text.append('\n');
    }

    private void note(String content) {
      text.append(content).append('\n');
      html.append(Html.note(content));
    }

    private void link(String title, Optional<String> url) {
      url.ifPresent(
          to -> {
            text.append(title).append(": ").append(to).append('\n');
            html.append(Html.link(title, to));
          });
    }

    private Notification notification(Audience audience, String subject, List<StockLine> all) {
      Optional<FullList> list =
          isCut ? Optional.of(StockList.write(all, orders)) : Optional.empty();
      return new Notification(
          audience,
          subject,
          text.toString(),
          html.toString(),
          ShortText.of(all, StockNotifications.where(all, 1)),
          list);
    }
  }
}
