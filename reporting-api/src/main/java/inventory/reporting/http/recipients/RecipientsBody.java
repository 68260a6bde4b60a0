package inventory.reporting.http.recipients;

import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.RecipientRule.Escalation;
import inventory.model.recipients.RecipientRules;
import inventory.model.recipients.Schedule;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * The rules that say who is notified of low stock. {@code version}, {@code setAt} and {@code
 * source} are null if none were ever set. {@code setBy} is the subject of an access token, and null
 * for a file, whose id is the {@code source}.
 */
@Serdeable
record RecipientsBody(
    @Nullable String version,
    @Nullable Instant setAt,
    @Nullable String setBy,
    @Nullable String source,
    @Nullable String reason,
    List<Rule> rules) {

  static final RecipientsBody NONE = new RecipientsBody(null, null, null, null, null, List.of());

  static RecipientsBody of(RecipientDocument document, RecipientRules rules) {
    return new RecipientsBody(
        document.version(),
        document.at(),
        Texts.orNull(document.by()),
        document.source(),
        Texts.orNull(rules.reason()),
        rules.rules().stream().map(Rule::of).toList());
  }

  /** A rule, in the form in which it is set. */
  @Serdeable
  record Rule(
      String name,
      List<String> warehouses,
      List<String> items,
      List<String> to,
      String timeZone,
      List<String> digestAt,
      @Nullable QuietHours quietHours,
      boolean outOfStockWaits,
      @Nullable String remindAfter,
      @Nullable String escalateAfter,
      @Nullable List<String> escalateTo) {

    private static Rule of(RecipientRule rule) {
      Schedule schedule = rule.schedule();
      return new Rule(
          rule.name(),
          rule.warehouses(),
          rule.items(),
          rule.to(),
          schedule.zone().getId(),
          schedule.digestAt().stream().map(LocalTime::toString).toList(),
          schedule.quietHours().map(QuietHours::of).orElse(null),
          schedule.outOfStockWaits(),
          rule.remindAfter().map(Rule::text).orElse(null),
          rule.escalation().map(Escalation::after).map(Rule::text).orElse(null),
          rule.escalation().map(Escalation::to).orElse(null));
    }

    /** In the largest unit that is whole. */
    private static String text(Duration duration) {
      if (duration.toSecondsPart() != 0) {
        return duration.toSeconds() + "s";
      }
      if (duration.toMinutesPart() != 0) {
        return duration.toMinutes() + "m";
      }
      return duration.toHoursPart() != 0 ? duration.toHours() + "h" : duration.toDays() + "d";
    }
  }

  /** A part of each day. */
  @Serdeable
  record QuietHours(String from, String to) {

    private static QuietHours of(Schedule.QuietHours hours) {
      return new QuietHours(hours.from().toString(), hours.to().toString());
    }
  }
}
