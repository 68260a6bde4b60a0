package inventory.alert.domain;

import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * The rule by which purchasing is told (requirement A3): once when stock goes low, once when it
 * runs out, not while it stays so, and again only after it has recovered. What wavers about zero is
 * told once, as being low again after being out is no recovery.
 */
public final class Judgement {

  private final boolean tellsRecovery;

  /**
   * The rule.
   *
   * @param tellsRecovery whether a recovery is told too
   */
  public Judgement(boolean tellsRecovery) {
    this.tellsRecovery = tellsRecovery;
  }

  /** What follows from the facts, if anything does. */
  Optional<Transition> judge(Situation situation, AlertRecord before, Instant now) {
    if (situation.state() == before.state()) {
      return Optional.empty();
    }
    boolean snoozeEnded = before.snoozedUntil().isPresent() && !before.isSnoozed(now);
    return Optional.of(
        snoozeEnded
            ? awaken(situation, before, now)
            : transition(
                situation,
                before,
                now,
                !before.isSnoozed(now) && isNews(situation, before),
                before.snoozedUntil()));
  }

  /** What follows at the end of a snooze: whoever wanted to be told later is told now. */
  Transition awaken(Situation situation, AlertRecord before, Instant now) {
    return transition(situation, before, now, situation.state() != StockState.OK, Optional.empty());
  }

  /** That an item was taken off the list ends its alert, but is no recovery to be told of. */
  private boolean isNews(Situation situation, AlertRecord before) {
    StockState state = situation.state();
    boolean recovered =
        state == StockState.OK && before.noticed() != StockState.OK && !situation.removed();
    return state.isWorseThan(before.noticed()) || (recovered && tellsRecovery);
  }

  private static Transition transition(
      Situation situation,
      AlertRecord before,
      Instant now,
      boolean tells,
      Optional<Instant> snoozedUntil) {
    StockState state = situation.state();
    boolean recovered = state == StockState.OK;
    // A new state that is worse has not been taken note of.
    boolean forgets = recovered || state.isWorseThan(before.state());
    AlertRecord after =
        new AlertRecord(
            state,
            recovered || tells ? state : before.noticed(),
            recovered ? Optional.empty() : Optional.of(before.since().orElse(now)),
            forgets ? Optional.empty() : before.acknowledgedAt(),
            snoozedUntil,
            before.notices() + (tells ? 1 : 0),
            before.revision() + 1);
    return new Transition(situation, before, after, tells);
  }
}
