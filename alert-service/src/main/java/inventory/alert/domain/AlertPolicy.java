package inventory.alert.domain;

import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Notice;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rule for notifying purchasing (requirement A3): once when stock becomes low, once when it
 * runs out, never while it stays so, and again only after it has recovered. Stock that changes
 * between out and low raises one notification only: out to low is not a recovery.
 *
 * <p>A snooze suppresses nothing that is worse than what purchasing knows: an alert that was
 * snoozed when stock was low is reported when it runs out. A recovery ends the snooze.
 *
 * <p>Stock that rises and falls again and again is reported at most once in an interval, unless it
 * gets worse.
 */
public final class AlertPolicy {

  private final Audiences audiences;
  private final Duration interval;

  /**
   * Creates the rule.
   *
   * @param audiences who is notified
   * @param interval the shortest time between two notifications of an alert, 0 for none
   */
  public AlertPolicy(Audiences audiences, Duration interval) {
    this.audiences = audiences;
    this.interval = interval;
  }

  /** The transition that follows from the stock's status; empty if the state is unchanged. */
  Optional<Transition> decide(StockStatus status, AlertRecord before, Instant now) {
    if (status.state() == before.state()) {
      return Optional.empty();
    }
    return Optional.of(
        before.isNews(status.state(), status.removed())
            ? notifying(status, before, now, due(status.state(), before, now))
            : silent(status, before, now));
  }

  /**
   * The transition at the end of a snooze: people are notified if stock is still low, at once, as a
   * person chose this time.
   */
  Transition endSnooze(StockStatus status, AlertRecord before, Instant now) {
    return status.state() == StockState.OK
        ? silent(status, before, now)
        : notifying(status, before, now, now);
  }

  private static Transition silent(StockStatus status, AlertRecord before, Instant now) {
    return new Transition(status, before, before.reached(status.state(), now, Optional.empty()));
  }

  private Transition notifying(StockStatus status, AlertRecord before, Instant now, Instant due) {
    StockEvent event = new StockEvent(status.alert(), status.state(), before.notifications() + 1);
    List<Delivery> deliveries = audiences.ofStock(event, before, now, due);
    return deliveries.isEmpty()
        ? silent(status, before, now)
        : new Transition(
            status, before, before.reached(status.state(), now, Optional.of(due)), deliveries);
  }

  private Instant due(StockState state, AlertRecord before, Instant now) {
    Optional<Notice> last = before.lastNotice();
    if (last.isEmpty() || state.isWorseThan(last.get().state())) {
      return now;
    }
    Instant earliest =
        last.get().due().isAfter(now) ? last.get().due() : last.get().due().plus(interval);
    return earliest.isAfter(now) ? earliest : now;
  }
}
