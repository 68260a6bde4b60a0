package inventory.alert.audience;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.RecipientRule.Escalation;
import java.util.List;

/**
 * The e-mail addresses of each audience. What waits for a rule that was removed goes to purchasing.
 *
 * @param recipients the rules
 * @param purchasing the address of those who order new stock
 * @param operations the address of those who operate the system
 */
public record Addresses(Recipients recipients, String purchasing, String operations) {

  /** The addresses of an audience, at least one. */
  public List<String> of(Audience audience) {
    if (audience instanceof Audience.Rule rule) {
      return recipients
          .current()
          .find(rule.name())
          .map(found -> of(found, rule.purpose()))
          .orElse(List.of(purchasing));
    }
    return List.of(audience == Audience.OPERATIONS ? operations : purchasing);
  }

  private static List<String> of(RecipientRule rule, Purpose purpose) {
    return purpose == Purpose.ESCALATION
        ? rule.escalation().map(Escalation::to).orElse(rule.to())
        : rule.to();
  }
}
