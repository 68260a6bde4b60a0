package inventory.simulator;

import inventory.alert.notification.Audience;
import inventory.model.AlertId;
import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.RecipientRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Who reads about stock, and how often.
 *
 * @param rules whom rules name; stock that no rule is about concerns purchasing
 * @param interval the shortest time between two notifications of an alert that does not get worse
 */
record Readers(RecipientRules rules, Duration interval) {

  private static final List<RecipientRules> CHOICES =
      List.of(
          RecipientRules.NONE,
          parse(
              """
              {"rules": [
                {"name": "digests", "to": ["digests@example.com"], "warehouses": ["Ber*", "Ham*"],
                 "timeZone": "Europe/Berlin",
                 "digestAt": ["01:30", "05:00", "08:00", "12:00", "16:00", "18:00", "22:00"]},
                {"name": "mugs", "to": ["mugs@example.com"], "items": ["mug"],
                 "remindAfter": "2h", "escalateAfter": "4h", "escalateTo": ["head@example.com"]}
              ]}"""),
          parse(
              """
              {"rules": [
                {"name": "north", "to": ["north@example.com"], "warehouses": ["Hamburg"],
                 "timeZone": "Europe/Berlin", "digestAt": ["08:00", "12:00", "15:00", "18:30"],
                 "quietHours": {"from": "20:00", "to": "07:00"}, "escalateAfter": "1h",
                 "escalateTo": ["head@example.com"]},
                {"name": "caps", "to": ["caps@example.com"], "items": ["cap", "hat"],
                 "timeZone": "Asia/Kolkata", "quietHours": {"from": "13:00", "to": "15:30"},
                 "remindAfter": "30m"}
              ]}"""));

  private static RecipientRules parse(String json) {
    try {
      return RecipientRules.parse(json);
    } catch (InvalidRecipientsException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every third world has no rules, and every second one no interval. */
  static Readers chosen(Random random) {
    int choice = random.nextInt(CHOICES.size());
    Duration interval = random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1);
    return new Readers(CHOICES.get(choice), interval);
  }

  /** The names of those whom an alert concerns. */
  List<String> of(AlertId alert) {
    List<String> names =
        rules.rules().stream()
            .filter(rule -> rule.matches(alert))
            .map(RecipientRule::name)
            .toList();
    return names.isEmpty() ? List.of(Audience.PURCHASING.id()) : names;
  }

  /** The rule that names a reader; empty for purchasing. */
  Optional<RecipientRule> rule(String reader) {
    return rules.find(reader);
  }
}
