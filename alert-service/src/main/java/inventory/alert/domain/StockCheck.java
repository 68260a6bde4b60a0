package inventory.alert.domain;

import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks stock that may have changed, and puts what became low into the outbox. Levels are read
 * again after the alert record they are compared with, so a slow process can never overwrite a
 * newer decision. They are read once more after a state was written: the last process to write has
 * seen every change. Hints may be repeated, late, out of order, or processed twice at the same
 * time.
 *
 * <p>Nothing is sent here, so no channel can delay a check. A batch is open while it is checked;
 * its notifications wait until all of it is in the outbox.
 */
public final class StockCheck {

  /** After a crash, what the process wrote is sent when this time has passed. */
  static final Duration OPEN_DURATION = Duration.ofSeconds(60);

  /** Hints are checked in chunks for which one write is usually enough. */
  private static final int CHUNK = Alerts.MAX_TRANSITIONS;

  private final StockStatuses statuses;
  private final Alerts alerts;
  private final AlertPolicy policy;
  private final Outbox outbox;
  private final Backoff backoff;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;

  /**
   * Creates the use case.
   *
   * @param outbox what belongs together is marked there while it is checked
   * @param backoff how often and how long to retry a write that collides with another one
   * @param now the clock
   * @param ids makes unique ids
   */
  public StockCheck(
      StockStatuses statuses,
      Alerts alerts,
      AlertPolicy policy,
      Outbox outbox,
      Backoff backoff,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.statuses = statuses;
    this.alerts = alerts;
    this.policy = policy;
    this.outbox = outbox;
    this.backoff = backoff;
    this.now = now;
    this.ids = ids;
  }

  /**
   * Checks what hints name. On return all states and notifications are durable.
   *
   * @param batch what belongs into one notification
   * @param cause what happened, for people
   * @param hints read once, in order
   * @return how many states changed
   * @throws RuntimeException if a step fails that a retry may complete
   */
  public int check(String batch, String cause, Stream<Hint> hints) {
    OpenBatch open = new OpenBatch(batch);
    int changed = 0;
    Set<Hint> chunk = new LinkedHashSet<>();
    for (Iterator<Hint> i = hints.iterator(); i.hasNext(); ) {
      chunk.add(i.next());
      if (chunk.size() == CHUNK || !i.hasNext()) {
        open.extend(i.hasNext());
        changed += checkChunk(chunk, cause, open);
        chunk.clear();
      }
    }
    open.close();
    return changed;
  }

  /** A batch, which is open from the moment when one write may not be enough. */
  private final class OpenBatch {

    private final String id;
    private final String holder = ids.get();
    private boolean isOpen;

    private OpenBatch(String id) {
      this.id = id;
    }

    private void extend(boolean isNeeded) {
      if (isOpen || isNeeded) {
        isOpen = true;
        outbox.open(id, holder, now.get().plus(OPEN_DURATION));
      }
    }

    private void close() {
      if (isOpen) {
        outbox.close(id, holder);
      }
    }
  }

  /** Writes transitions until the status of the stock asks for none. */
  private int checkChunk(Collection<Hint> hints, String cause, OpenBatch open) {
    int changed = 0;
    int collisions = 0;
    Collection<Hint> unchecked = hints;
    while (true) {
      Trigger trigger = new Trigger(open.id, cause, now.get());
      List<Transition> due = due(unchecked, trigger.at());
      if (due.isEmpty()) {
        return changed;
      }
      List<List<Transition>> parts = parts(due);
      open.extend(parts.size() > 1);
      int written = write(parts, trigger);
      if (written < due.size()) {
        collisions++;
        backoff.await(collisions, "writing alerts that other processes write too");
      }
      changed += written;
      unchecked = hints(due);
    }
  }

  private List<Transition> due(Collection<Hint> hints, Instant at) {
    List<StockStatus> current = statuses.read(hints);
    Map<AlertId, AlertRecord> records =
        alerts.read(current.stream().map(StockStatus::alert).toList());
    List<Transition> due = decide(current, records, at);
    // The status may be older than the records: read it again for the transitions that seem due.
    return due.isEmpty() ? due : decide(statuses.read(hints(due)), records, at);
  }

  private List<Transition> decide(
      List<StockStatus> current, Map<AlertId, AlertRecord> records, Instant at) {
    return current.stream()
        .map(status -> policy.decide(status, records.get(status.alert()), at))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Splits transitions into parts of one write each. */
  private static List<List<Transition>> parts(List<Transition> due) {
    List<List<Transition>> parts = new ArrayList<>();
    int writes = 0;
    for (Transition transition : due) {
      boolean isFull =
          parts.isEmpty()
              || parts.get(parts.size() - 1).size() == Alerts.MAX_TRANSITIONS
              || writes + transition.writes() > Alerts.MAX_WRITES;
      if (isFull) {
        parts.add(new ArrayList<>());
        writes = 0;
      }
      parts.get(parts.size() - 1).add(transition);
      writes += transition.writes();
    }
    return parts;
  }

  /** Returns how many were written. */
  private int write(List<List<Transition>> parts, Trigger trigger) {
    return parts.stream().filter(part -> alerts.write(part, trigger)).mapToInt(List::size).sum();
  }

  private static List<Hint> hints(List<Transition> transitions) {
    return transitions.stream().map(transition -> Hint.at(transition.status().alert())).toList();
  }
}
