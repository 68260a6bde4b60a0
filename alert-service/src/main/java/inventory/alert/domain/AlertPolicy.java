package inventory.alert.domain;

import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Notice;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
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

  private final boolean notifiesRecovery;
  private final Duration interval;

  /**
   * Creates the rule.
   *
   * @param notifiesRecovery whether purchasing is notified of recoveries too
   * @param interval the shortest time between two notifications of an alert, 0 for none
   */
  public AlertPolicy(boolean notifiesRecovery, Duration interval) {
    this.notifiesRecovery = notifiesRecovery;
    this.interval = interval;
  }

  /** The transition that follows from the stock's status; empty if the state is unchanged. */
  Optional<Transition> decide(StockStatus status, AlertRecord before, Instant now) {
    return status.state() == before.state()
        ? Optional.empty()
        : Optional.of(
            transition(
                status,
                before,
                now,
                needsNotification(status, before)
                    ? Optional.of(due(status.state(), before, now))
                    : Optional.empty()));
  }

  /**
   * The transition at the end of a snooze: purchasing is notified if stock is still low, at once,
   * as a person chose this time.
   */
  Transition endSnooze(StockStatus status, AlertRecord before, Instant now) {
    boolean isLow = status.state() != StockState.OK;
    return transition(status, before, now, isLow ? Optional.of(now) : Optional.empty());
  }

  /** Taking an item off the list closes its alert, but is not a recovery. */
  private boolean needsNotification(StockStatus status, AlertRecord before) {
    StockState state = status.state();
    boolean recovered =
        state == StockState.OK && before.noticed() != StockState.OK && !status.removed();
    return state.isWorseThan(before.noticed())
        || (recovered && notifiesRecovery && before.snooze().isEmpty());
  }

  private static Transition transition(
      StockStatus status, AlertRecord before, Instant now, Optional<Instant> notice) {
    return new Transition(status, before, before.reached(status.state(), now, notice));
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
