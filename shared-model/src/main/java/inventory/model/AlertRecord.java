package inventory.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What is stored about an alert, and every transition of it. alert-service follows the stock;
 * reporting-api records what people decide. Each transition raises the revision by one and is
 * written on condition of the revision that was read, so neither service overwrites the other.
 *
 * @param state the state that was last reached
 * @param noticed the worst state that purchasing was notified of since the last recovery
 * @param since when stock fell below the threshold; empty while the state is {@code OK}
 * @param lastNotice the latest notification of a decline
 * @param acknowledged who acknowledged it
 * @param snooze until when no notification is sent
 * @param notifications how many notifications it caused
 * @param revision how often the record was written, 0 if there is none
 */
public record AlertRecord(
    StockState state,
    StockState noticed,
    Optional<Instant> since,
    Optional<Notice> lastNotice,
    Optional<Decision> acknowledged,
    Optional<Snooze> snooze,
    long notifications,
    long revision) {

  /** The record of stock that was never low. */
  public static final AlertRecord NONE =
      new AlertRecord(
          StockState.OK,
          StockState.OK,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          0);

  /**
   * A notification.
   *
   * @param state the state that it reports
   * @param due when it may be sent at the earliest
   */
  public record Notice(StockState state, Instant due) {}

  /**
   * What a person decided.
   *
   * @param at when
   * @param by the person: the subject of the access token; empty if the API has no login
   * @param note why, in the person's words; may be empty
   */
  public record Decision(Instant at, String by, String note) {}

  /**
   * A snooze.
   *
   * @param until when it ends
   * @param decision who snoozed the alert
   */
  public record Snooze(Instant until, Decision decision) {}

  /** Whether stock is below the threshold. */
  public boolean isOpen() {
    return since.isPresent();
  }

  /**
   * Whether people are notified when stock reaches a state: one that is worse than what they know
   * of, or a recovery from it. Taking an item off the list closes its alert, but is not a recovery.
   *
   * @param reached the state
   * @param removed whether the item is off the list
   */
  public boolean isNews(StockState reached, boolean removed) {
    boolean recovered = reached == StockState.OK && noticed != StockState.OK && !removed;
    return reached != state && (reached.isWorseThan(noticed) || recovered);
  }

  /** When the snooze ends. */
  public Optional<Instant> snoozedUntil() {
    return snooze.map(Snooze::until);
  }

  /**
   * The record after stock reached a state. An acknowledgement does not cover a state that is worse
   * than what people were notified of. A recovery ends a snooze, and so does a notification.
   *
   * @param reached the state
   * @param now the current time
   * @param notice when people are to be notified; empty if they are not
   */
  public AlertRecord reached(StockState reached, Instant now, Optional<Instant> notice) {
    boolean recovered = reached == StockState.OK;
    boolean notifies = notice.isPresent();
    boolean dropsAcknowledgement =
        recovered || (reached.isWorseThan(state) && reached.isWorseThan(noticed));
    return new AlertRecord(
        reached,
        recovered || notifies ? reached : noticed,
        recovered ? Optional.empty() : Optional.of(since.orElse(now)),
        recovered ? lastNotice : notice.map(due -> new Notice(reached, due)).or(() -> lastNotice),
        dropsAcknowledgement ? Optional.empty() : acknowledged,
        recovered || notifies ? Optional.empty() : snooze,
        notifications + (notifies ? 1 : 0),
        revision + 1);
  }

  /**
   * The record before a notification is sent that reports a better state than the one that caused
   * it. Purchasing reads the state of now, so a worse one is new again.
   */
  public AlertRecord reported() {
    return new AlertRecord(
        state,
        state,
        since,
        lastNotice.map(notice -> new Notice(state, notice.due())),
        acknowledged,
        snooze,
        notifications,
        revision + 1);
  }

  /** The record after a person acknowledged the alert; an earlier acknowledgement stays. */
  public AlertRecord acknowledge(Decision decision) {
    return acknowledged.isPresent() ? this : decided(Optional.of(decision), snooze);
  }

  /** The record after a person withdrew the acknowledgement. */
  public AlertRecord withdrawAcknowledgement() {
    return acknowledged.isEmpty() ? this : decided(Optional.empty(), snooze);
  }

  /** The record after a person snoozed the alert; the new end replaces an earlier one. */
  public AlertRecord snooze(Snooze until) {
    return snoozedUntil().equals(Optional.of(until.until()))
        ? this
        : decided(acknowledged, Optional.of(until));
  }

  /**
   * The record after a person ended the snooze. Nobody is notified: the person is looking at it.
   */
  public AlertRecord endSnooze() {
    return snooze.isEmpty() ? this : decided(acknowledged, Optional.empty());
  }

  private AlertRecord decided(Optional<Decision> newAcknowledgement, Optional<Snooze> newSnooze) {
    return new AlertRecord(
        state,
        noticed,
        since,
        lastNotice,
        newAcknowledgement,
        newSnooze,
        notifications,
        revision + 1);
  }
}
