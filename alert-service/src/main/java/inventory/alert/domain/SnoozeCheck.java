package inventory.alert.domain;

import inventory.alert.domain.Alerts.Snooze;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.OutboxDispatcher.Batch;
import inventory.alert.outbox.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends snoozes that are over and notifies purchasing of stock that is still low. */
public final class SnoozeCheck {

  private static final String CAUSE = "the end of a snooze";

  private final StockStatuses statuses;
  private final Alerts alerts;
  private final AlertPolicy policy;
  private final StockCheck stock;
  private final OutboxDispatcher dispatcher;
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
      OutboxDispatcher dispatcher,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.statuses = statuses;
    this.alerts = alerts;
    this.policy = policy;
    this.stock = stock;
    this.dispatcher = dispatcher;
    this.now = now;
    this.ids = ids;
  }

  /**
   * Ends all snoozes that are over and sends one notification about the stock that is still low.
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
    Batch batch = dispatcher.open(trigger.batch());
    List<Hint> checked = new ArrayList<>();
    for (Snooze snooze : ended) {
      // If the write collides with another one, the next check finds the snooze again.
      if (alerts.endSnooze(snooze, transition(snooze, at), trigger)) {
        batch.claim();
        checked.add(Hint.at(snooze.alert()));
      }
    }
    stock.check(trigger.batch(), CAUSE, checked.stream());
    batch.dispatch();
    return ended.size();
  }

  private Optional<Transition> transition(Snooze snooze, Instant at) {
    AlertRecord record = alerts.read(List.of(snooze.alert())).get(snooze.alert());
    List<StockStatus> status = statuses.read(List.of(Hint.at(snooze.alert())));
    boolean isCurrent = record.snoozedUntil().equals(Optional.of(snooze.until()));
    return isCurrent && !status.isEmpty()
        ? Optional.of(policy.endSnooze(status.get(0), record, at))
        : Optional.empty();
  }
}
