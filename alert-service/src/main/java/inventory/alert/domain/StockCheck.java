package inventory.alert.domain;

import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.OutboxDispatcher.Batch;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.Backoff;
import java.time.Instant;
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
 * Checks stock that may have changed and sends one notification about what became low. Levels are
 * read again after the alert record they are compared with, so a slow process can never overwrite a
 * newer decision. They are read once more after a state was written: the last process to write has
 * seen every change. Hints may be repeated, late, out of order, or processed twice at the same
 * time.
 */
public final class StockCheck {

  /** Hints are checked in chunks for which one write is usually enough. */
  private static final int CHUNK = Alerts.MAX_TRANSITIONS;

  private final StockStatuses statuses;
  private final Alerts alerts;
  private final AlertPolicy policy;
  private final OutboxDispatcher dispatcher;
  private final Backoff backoff;
  private final Supplier<Instant> now;

  /**
   * Creates the use case.
   *
   * @param backoff how often and how long to retry a write that collides with another one
   * @param now the clock
   */
  public StockCheck(
      StockStatuses statuses,
      Alerts alerts,
      AlertPolicy policy,
      OutboxDispatcher dispatcher,
      Backoff backoff,
      Supplier<Instant> now) {
    this.statuses = statuses;
    this.alerts = alerts;
    this.policy = policy;
    this.dispatcher = dispatcher;
    this.backoff = backoff;
    this.now = now;
  }

  /**
   * Checks what hints name and sends at most one notification. On return all states and events are
   * durable, and the notification was sent, or another process is sending it.
   *
   * @param batch the notification's batch
   * @param cause what happened, for people
   * @param hints read once, in order
   * @return how many states changed
   * @throws RuntimeException if a step fails that a retry may complete
   */
  public int check(String batch, String cause, Stream<Hint> hints) {
    Batch outgoing = dispatcher.open(batch);
    int changed = 0;
    Set<Hint> chunk = new LinkedHashSet<>();
    for (Iterator<Hint> i = hints.iterator(); i.hasNext(); ) {
      chunk.add(i.next());
      if (chunk.size() == CHUNK || !i.hasNext()) {
        changed += checkChunk(chunk, batch, cause, outgoing);
        chunk.clear();
      }
    }
    outgoing.dispatch();
    return changed;
  }

  /** Writes transitions until the status of the stock asks for none. */
  private int checkChunk(Collection<Hint> hints, String batch, String cause, Batch outgoing) {
    int changed = 0;
    int collisions = 0;
    Collection<Hint> open = hints;
    while (true) {
      Trigger trigger = new Trigger(batch, cause, now.get());
      List<Transition> due = due(open, trigger.at());
      if (due.isEmpty()) {
        return changed;
      }
      int written = write(due, trigger, outgoing);
      if (written < due.size()) {
        collisions++;
        backoff.await(collisions, "writing alerts that other processes write too");
      }
      changed += written;
      open = hints(due);
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

  /** Returns how many were written. */
  private int write(List<Transition> due, Trigger trigger, Batch outgoing) {
    int written = 0;
    for (int from = 0; from < due.size(); from += CHUNK) {
      List<Transition> part = due.subList(from, Math.min(due.size(), from + CHUNK));
      if (alerts.write(part, trigger)) {
        written += part.size();
        outgoing.claim();
      }
    }
    return written;
  }

  private static List<Hint> hints(List<Transition> transitions) {
    return transitions.stream().map(transition -> Hint.at(transition.status().alert())).toList();
  }
}
