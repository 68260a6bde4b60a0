package inventory.alert.domain;

import inventory.model.AlertId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts on record. */
public interface Alerts {

  /** How many transitions one write takes. */
  int MAX_TRANSITIONS = 50;

  /**
   * Reads alerts, strongly consistent.
   *
   * @return a record for each, {@link AlertRecord#NONE} where there is none
   */
  Map<AlertId, AlertRecord> read(Collection<AlertId> alerts);

  /**
   * Writes transitions, and the notices that they tell into the outbox, all or none of them.
   *
   * @param transitions at most {@value #MAX_TRANSITIONS}
   * @param occasion what they belong to
   * @return false if one of the records is not as it was before: then nothing was written
   */
  boolean write(Collection<Transition> transitions, Occasion occasion);

  /** The snoozes that ended before a moment, the oldest first, at most 1,000. */
  List<Snooze> endedSnoozes(Instant now);

  /**
   * Ends a snooze, and writes what follows from it like {@link #write}.
   *
   * @param transition what follows; empty if the alert has no such snooze any more
   * @return false if the record, or the snooze, is not as it was: then nothing was written
   */
  boolean endSnooze(Snooze snooze, Optional<Transition> transition, Occasion occasion);

  /**
   * An alert that is snoozed.
   *
   * @param until when it is to be judged again
   */
  record Snooze(AlertId alert, Instant until) {}
}
