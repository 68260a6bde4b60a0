package inventory.alert.audience;

import inventory.alert.domain.Edition;
import inventory.alert.notification.Audience;
import inventory.alert.notification.RuleNotifications;
import inventory.alert.notification.StockNotifications;

/**
 * What the audiences of rules read, by the rules of the moment. What waits for a rule that was
 * removed is a notice to purchasing.
 *
 * @param recipients the rules
 * @param notices the texts of notices
 * @param others the texts of digests, reminders and escalations
 */
public record RuleEditions(
    Recipients recipients, StockNotifications notices, RuleNotifications others) {

  /** What an audience reads. */
  public Edition of(Audience.Rule audience) {
    return recipients
        .current()
        .find(audience.name())
        .<Edition>map(rule -> new RuleEdition(rule, audience.purpose(), notices, others))
        .orElse(new PurchasingEdition(Audience.PURCHASING, notices));
  }
}
