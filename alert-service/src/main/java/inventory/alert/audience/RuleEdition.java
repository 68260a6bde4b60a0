package inventory.alert.audience;

import inventory.alert.domain.Edition;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.alert.notification.Notification;
import inventory.alert.notification.RuleNotifications;
import inventory.alert.notification.StockLine;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Outbox.Entry;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Notice;
import inventory.model.StockState;
import inventory.model.order.Outflow;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.RecipientRule.Escalation;
import inventory.model.recipients.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people read whom a rule names. A notice and a digest put a reminder and an escalation into
 * the outbox, which report the alerts that nobody has acknowledged until then.
 *
 * @param rule the rule
 * @param purpose why they read it
 * @param notices the texts of notices
 * @param others the texts of digests, reminders and escalations
 */
record RuleEdition(
    RecipientRule rule, Purpose purpose, StockNotifications notices, RuleNotifications others)
    implements Edition {

  // An alert that got worse within an hour is reminded of once.
  private static final Duration MERGED = Duration.ofHours(1);

  @Override
  public boolean isSupersededBy(Notice latest, Instant now) {
    Schedule schedule = rule.schedule();
    Instant due = schedule.due(latest.state(), latest.due());
    return switch (purpose) {
      case NOTICE -> schedule.isInDigest(latest.state()) || !due.isAfter(now);
      // A digest lists what is low, whatever else reports it.
      case DIGEST -> false;
      case REMINDER, ESCALATION -> !due.plus(delay()).isAfter(now.plus(MERGED));
    };
  }

  private Duration delay() {
    return purpose == Purpose.REMINDER
        ? rule.remindAfter().orElse(Duration.ZERO)
        : rule.escalation().map(Escalation::after).orElse(Duration.ZERO);
  }

  @Override
  public boolean isReported(AlertRecord record) {
    return switch (purpose) {
      case NOTICE, DIGEST -> true;
      case REMINDER, ESCALATION -> isWithoutAcknowledgement(record);
    };
  }

  @Override
  public Optional<Predicate<AlertId>> listedOpen() {
    return purpose == Purpose.DIGEST ? Optional.of(rule::matches) : Optional.empty();
  }

  @Override
  public Notification compose(
      Collection<StockLine> lines,
      Collection<StockLine> open,
      Map<AlertId, Outflow> outflows,
      Instant now) {
    return switch (purpose) {
      case NOTICE -> notices.notice(audience(purpose), lines, outflows, now);
      case DIGEST -> others.digest(rule, lines, open, outflows, now);
      case REMINDER -> others.reminder(rule, lines, outflows, now);
      case ESCALATION -> others.escalation(rule, lines, outflows, now);
    };
  }

  private Audience audience(Purpose of) {
    return new Audience.Rule(rule.name(), of);
  }

  @Override
  public Map<Audience, Entry> followUps(Entry entry, AlertRecord record, Instant now) {
    Map<Audience, Entry> followUps = new LinkedHashMap<>();
    boolean isFirst = purpose == Purpose.NOTICE || purpose == Purpose.DIGEST;
    if (isFirst && isWithoutAcknowledgement(record)) {
      rule.remindAfter()
          .ifPresent(
              after ->
                  followUps.put(
                      audience(Purpose.REMINDER), entry.dueAt(due(record, now.plus(after)))));
      rule.escalation()
          .map(Escalation::after)
          .ifPresent(
              after ->
                  followUps.put(
                      audience(Purpose.ESCALATION), entry.dueAt(due(record, now.plus(after)))));
    }
    return followUps;
  }

  private static boolean isWithoutAcknowledgement(AlertRecord record) {
    return record.state() != StockState.OK && record.acknowledged().isEmpty();
  }

  private Instant due(AlertRecord record, Instant from) {
    return rule.schedule().dueOutsideQuietHours(record.state(), from);
  }
}
