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
    List<RecipientRule> matching =
        recipients.current().rules().stream().filter(rule -> rule.matches(event.alert())).toList();
    return matching.isEmpty()
        ? withoutRules
        : matching.stream()
            .map(rule -> delivery(rule, event.state(), due, !withoutRules.isEmpty()))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Optional<Delivery> delivery(
      RecipientRule rule, StockState state, Instant due, boolean isReported) {
    Schedule schedule = rule.schedule();
    boolean isInDigest = schedule.isInDigest(state);
    Purpose purpose = isInDigest ? Purpose.DIGEST : Purpose.NOTICE;
    return isInDigest || isReported
        ? Optional.of(
            new Delivery(new Audience.Rule(rule.name(), purpose), schedule.due(state, due)))
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
