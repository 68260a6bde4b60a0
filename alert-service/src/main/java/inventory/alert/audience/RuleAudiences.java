package inventory.alert.audience;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.alert.notification.FileReport;
import inventory.alert.notification.RunReport;
import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import inventory.model.StockState;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The audiences that rules name. Stock that no rule is about, files and validation runs concern
 * whom they concern without rules. Digests list recoveries; other notifications report them if they
 * are reported without rules.
 *
 * @param recipients the rules
 * @param others decides without rules
 */
public record RuleAudiences(Recipients recipients, Audiences others) implements Audiences {

  @Override
  public List<Delivery> ofStock(StockEvent event, AlertRecord before, Instant now, Instant due) {
    List<Delivery> withoutRules = others.ofStock(event, before, now, due);
    List<RecipientRule> matching = recipients.current().about(event.alert());
    return matching.isEmpty()
        ? withoutRules
        : matching.stream()
            .map(rule -> delivery(rule, event.state(), now, due, !withoutRules.isEmpty()))
            .flatMap(Optional::stream)
            .toList();
  }

  /**
   * A digest merges all that happens until its time. What comes soon after a notification waits for
   * no later digest: a recovery would be there without its decline.
   */
  private static Optional<Delivery> delivery(
      RecipientRule rule, StockState state, Instant now, Instant due, boolean isReported) {
    Schedule schedule = rule.schedule();
    if (schedule.isInDigest(state)) {
      return Optional.of(
          new Delivery(new Audience.Rule(rule.name(), Purpose.DIGEST), schedule.due(state, now)));
    }
    return isReported
        ? Optional.of(
            new Delivery(new Audience.Rule(rule.name(), Purpose.NOTICE), schedule.due(state, due)))
        : Optional.empty();
  }

  @Override
  public List<Delivery> ofFile(FileReport file, Instant now) {
    return others.ofFile(file, now);
  }

  @Override
  public List<Delivery> ofRun(RunReport run, Instant now) {
    return others.ofRun(run, now);
  }
}
