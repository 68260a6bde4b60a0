package inventory.model.recipients;

import inventory.model.AlertId;
import inventory.model.NamePattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is notified of some stock, and when.
 *
 * @param name unique among the rules, at most 40 letters, digits, spaces, dots, hyphens and
 *     underscores
 * @param warehouses patterns of warehouses, at least one; a {@code *} stands for any characters
 * @param items patterns of items' identifiers, at least one
 * @param to the e-mail addresses, at least one
 * @param schedule when they are notified
 * @param remindAfter after how long they are notified once more of an alert that nobody has
 *     acknowledged
 * @param escalation who is notified of an alert that nobody has acknowledged
 */
public record RecipientRule(
    String name,
    List<String> warehouses,
    List<String> items,
    List<String> to,
    Schedule schedule,
    Optional<Duration> remindAfter,
    Optional<Escalation> escalation) {

  /** Copies the lists. */
  public RecipientRule {
    warehouses = List.copyOf(warehouses);
    items = List.copyOf(items);
    to = List.copyOf(to);
  }

  /**
   * Whom an alert goes to that nobody acknowledges.
   *
   * @param after how long after the notification
   * @param to the e-mail addresses, at least one
   */
  public record Escalation(Duration after, List<String> to) {

    /** Copies the list. */
    public Escalation {
      to = List.copyOf(to);
    }
  }

  /**
   * Whether the rule is about an alert. An alert on an item's total is in every warehouse, so only
   * the pattern {@code *} matches its warehouse.
   */
  public boolean matches(AlertId alert) {
    return matches(items, alert.itemId())
        && alert
            .warehouse()
            .map(name -> matches(warehouses, name))
            .orElse(warehouses.contains(NamePattern.ALL.text()));
  }

  private static boolean matches(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> new NamePattern(pattern).matches(name));
  }
}
