package inventory.model.recipients;

import inventory.model.AlertId;
import java.util.List;
import java.util.Optional;

/**
 * All rules. Stock that no rule is about goes to purchasing's address in the settings.
 *
 * @param rules at most {@value #MAX_RULES}
 * @param reason why they were set, in the words of a person; may be empty
 */
public record RecipientRules(List<RecipientRule> rules, String reason) {

  /** The largest document, in bytes. */
  public static final int MAX_BYTES = 65_536;

  /** The largest number of rules: an event is stored once for each rule that is about it. */
  public static final int MAX_RULES = 50;

  /** The largest number of addresses, or of patterns, in one list. */
  public static final int MAX_ENTRIES = 50;

  /** No rules. */
  public static final RecipientRules NONE = new RecipientRules(List.of(), "");

  /** Copies the list. */
  public RecipientRules {
    rules = List.copyOf(rules);
  }

  /**
   * Reads rules as people write them; {@code docs/recipients.md} describes the format.
   *
   * @param json an object with an array {@code rules}
   * @throws InvalidRecipientsException with every problem, if there is any: rules apply as a whole
   */
  public static RecipientRules parse(String json) throws InvalidRecipientsException {
    return new RecipientsParser().parse(json);
  }

  /** The rules that are about an alert. */
  public List<RecipientRule> about(AlertId alert) {
    return rules.stream().filter(rule -> rule.matches(alert)).toList();
  }

  /** The rule with a name. */
  public Optional<RecipientRule> find(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }
}
