package inventory.alert.domain;

import inventory.alert.domain.Alerts.Snooze;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends snoozes that are over. Stock that is still low is put into the outbox, so purchasing is
 * notified again.
 */
public final class SnoozeCheck {

  private static final String CAUSE = "the end of a snooze";

  private final StockStatuses statuses;
  private final Alerts alerts;
  private final AlertPolicy policy;
  private final StockCheck stock;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;

  /**
   * Creates the use case.
   *
   * @param stock checks again what changed while a snooze was being ended
   * @param now the clock
   * @param ids makes unique ids
   */
  public SnoozeCheck(
      StockStatuses statuses,
      Alerts alerts,
      AlertPolicy policy,
      StockCheck stock,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.statuses = statuses;
    this.alerts = alerts;
    this.policy = policy;
    this.stock = stock;
    this.now = now;
    this.ids = ids;
  }

  /**
   * Ends all snoozes that are over.
   *
   * @return how many snoozes were over
   */
  public int check() {
    Instant at = now.get();
    List<Snooze> ended = alerts.endedSnoozes(at);
    if (ended.isEmpty()) {
      return 0;
    }
    Trigger trigger = new Trigger("SNOOZE#" + ids.get(), CAUSE, at);
    List<Hint> checked = new ArrayList<>();
    for (Snooze snooze : ended) {
      // If the write collides with another one, the next check finds the snooze again.
      if (alerts.endSnooze(snooze, transition(snooze, at), trigger)) {
        checked.add(Hint.at(snooze.alert()));
      }
    }
    stock.check(trigger.batch(), CAUSE, checked.stream());
    return ended.size();
  }

  /** Empty if the alert has another snooze or none, or if it belongs to another alert scope. */
  private Optional<Transition> transition(Snooze snooze, Instant at) {
    AlertRecord record = alerts.read(List.of(snooze.alert())).get(snooze.alert());
    return record.snoozedUntil().equals(Optional.of(snooze.until()))
        ? statuses.read(List.of(Hint.at(snooze.alert()))).stream()
            .filter(status -> status.alert().equals(snooze.alert()))
            .findFirst()
            .map(status -> policy.endSnooze(status, record, at))
        : Optional.empty();
  }
}
