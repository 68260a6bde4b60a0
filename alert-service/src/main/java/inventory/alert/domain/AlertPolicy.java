package inventory.alert.domain;

import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * The rule for notifying purchasing (requirement A3): once when stock becomes low, once when it
 * runs out, never while it stays so, and again only after it has recovered. Stock that changes
 * between out and low raises one notification only: out to low is not a recovery.
 */
public final class AlertPolicy {

  private final boolean notifiesRecovery;

  /**
   * Creates the rule.
   *
   * @param notifiesRecovery whether purchasing is notified of recoveries too
   */
  public AlertPolicy(boolean notifiesRecovery) {
    this.notifiesRecovery = notifiesRecovery;
  }

  /** The transition that follows from the stock's status; empty if the state is unchanged. */
  Optional<Transition> decide(StockStatus status, AlertRecord before, Instant now) {
    if (status.state() == before.state()) {
      return Optional.empty();
    }
    boolean snoozeEnded = before.snoozedUntil().isPresent() && !before.isSnoozed(now);
    return Optional.of(
        snoozeEnded
            ? endSnooze(status, before, now)
            : transition(
                status,
                before,
                now,
                !before.isSnoozed(now) && needsNotification(status, before),
                before.snoozedUntil()));
  }

  /** The transition at the end of a snooze: purchasing is notified if stock is still low. */
  Transition endSnooze(StockStatus status, AlertRecord before, Instant now) {
    return transition(status, before, now, status.state() != StockState.OK, Optional.empty());
  }

  /** Taking an item off the list closes its alert, but is not a recovery. */
  private boolean needsNotification(StockStatus status, AlertRecord before) {
    StockState state = status.state();
    boolean recovered =
        state == StockState.OK && before.noticed() != StockState.OK && !status.removed();
    return state.isWorseThan(before.noticed()) || (recovered && notifiesRecovery);
  }

  private static Transition transition(
      StockStatus status,
      AlertRecord before,
      Instant now,
      boolean notifies,
      Optional<Instant> snoozedUntil) {
    StockState state = status.state();
    boolean recovered = state == StockState.OK;
    // An acknowledgement does not cover a state that is worse.
    boolean dropsAcknowledgement = recovered || state.isWorseThan(before.state());
    AlertRecord after =
        new AlertRecord(
            state,
            recovered || notifies ? state : before.noticed(),
            recovered ? Optional.empty() : Optional.of(before.since().orElse(now)),
            dropsAcknowledgement ? Optional.empty() : before.acknowledgedAt(),
            snoozedUntil,
            before.notifications() + (notifies ? 1 : 0),
            before.revision() + 1);
    return new Transition(status, before, after, notifies);
  }
}
