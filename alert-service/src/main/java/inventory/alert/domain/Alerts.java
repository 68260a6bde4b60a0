package inventory.alert.domain;

import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored alerts. */
public interface Alerts {

  /**
   * The largest number of {@link Transition#writes} in one call: what one transaction can write,
   * and one item less for the events of webhooks.
   */
  int MAX_WRITES = 99;

  /** The largest number of transitions in one call: their events fit into one item. */
  int MAX_TRANSITIONS = 49;

  /**
   * Reads alerts, strongly consistent.
   *
   * @return a record for each alert, {@link AlertRecord#NONE} if none is stored
   */
  Map<AlertId, AlertRecord> read(Collection<AlertId> alerts);

  /**
   * Writes transitions and puts their events into the outbox, in one transaction.
   *
   * @param transitions at most {@value #MAX_TRANSITIONS}, with at most {@value #MAX_WRITES} {@link
   *     Transition#writes}
   * @param trigger what caused them
   * @return false if another writer changed one of the records; then nothing was written
   */
  boolean write(Collection<Transition> transitions, Trigger trigger);

  /** The snoozes that ended before a moment, the oldest first, at most 1,000. */
  List<Snooze> endedSnoozes(Instant now);

  /**
   * Ends a snooze and writes the transition that follows, as {@link #write} does.
   *
   * @param transition empty if the alert no longer has this snooze
   * @return false if another writer changed the record or the snooze; then nothing was written
   */
  boolean endSnooze(Snooze snooze, Optional<Transition> transition, Trigger trigger);

  /**
   * A snoozed alert.
   *
   * @param until when the snooze ends
   */
  record Snooze(AlertId alert, Instant until) {}
}
