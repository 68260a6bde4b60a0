package inventory.alert.domain;

import inventory.alert.domain.Delivery.Work;
import inventory.model.AlertId;
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
 * Judges stock anew where something may have changed, and tells what follows in one notice. What is
 * written follows from facts that are younger than the record that it replaces, so that nobody
 * takes back what another has seen later; and the facts are read again after a state was written,
 * so that whoever comes last has seen all. Hints may be repeated, late, out of order, or worked on
 * by two processes at once.
 */
public final class StockCheck {

  /** So many hints are judged together, that most often one write takes what follows. */
  private static final int CHUNK = Alerts.MAX_TRANSITIONS;

  private final Situations situations;
  private final Alerts alerts;
  private final Judgement judgement;
  private final Delivery delivery;
  private final Backoff backoff;
  private final Supplier<Instant> now;

  /**
   * Wires the use case.
   *
   * @param backoff how often, and after which waits, what collides with another's write is judged
   *     again
   * @param now tells the time
   */
  public StockCheck(
      Situations situations,
      Alerts alerts,
      Judgement judgement,
      Delivery delivery,
      Backoff backoff,
      Supplier<Instant> now) {
    this.situations = situations;
    this.alerts = alerts;
    this.judgement = judgement;
    this.delivery = delivery;
    this.backoff = backoff;
    this.now = now;
  }

  /**
   * Judges what hints are about and sends one notice if there is anything to tell. When it returns,
   * states and notices are durable, and the notice was sent, or another process sends it.
   *
   * @param batch names what belongs together
   * @param cause what happened, for people
   * @param hints read once, in order
   * @return how many states changed
   * @throws RuntimeException if something fails that may work when it is tried again
   */
  public int check(String batch, String cause, Stream<Hint> hints) {
    Work work = delivery.begin(batch);
    int changed = 0;
    Set<Hint> chunk = new LinkedHashSet<>();
    for (Iterator<Hint> i = hints.iterator(); i.hasNext(); ) {
      chunk.add(i.next());
      if (chunk.size() == CHUNK || !i.hasNext()) {
        changed += judge(chunk, batch, cause, work);
        chunk.clear();
      }
    }
    work.deliver();
    return changed;
  }

  /** Until the facts call for no change. */
  private int judge(Collection<Hint> hints, String batch, String cause, Work work) {
    int changed = 0;
    int collisions = 0;
    Collection<Hint> open = hints;
    while (true) {
      Occasion occasion = new Occasion(batch, cause, now.get());
      List<Transition> due = due(open, occasion.at());
      if (due.isEmpty()) {
        return changed;
      }
      int written = write(due, occasion, work);
      if (written < due.size()) {
        collisions++;
        backoff.await(collisions, "judging stock that others judge too");
      }
      changed += written;
      open = hints(due);
    }
  }

  private List<Transition> due(Collection<Hint> hints, Instant at) {
    List<Situation> facts = situations.read(hints);
    Map<AlertId, AlertRecord> records = alerts.read(facts.stream().map(Situation::alert).toList());
    List<Transition> due = judge(facts, records, at);
    // These facts may be older than the records: what seems due is held against them once more.
    return due.isEmpty() ? due : judge(situations.read(hints(due)), records, at);
  }

  private List<Transition> judge(
      List<Situation> facts, Map<AlertId, AlertRecord> records, Instant at) {
    return facts.stream()
        .map(situation -> judgement.judge(situation, records.get(situation.alert()), at))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns how many were written. */
  private int write(List<Transition> due, Occasion occasion, Work work) {
    int written = 0;
    for (List<Transition> part : parts(due)) {
      if (alerts.write(part, occasion)) {
        written += part.size();
        work.hold();
      }
    }
    return written;
  }

  private static List<List<Transition>> parts(List<Transition> due) {
    List<List<Transition>> parts = new ArrayList<>();
    for (int from = 0; from < due.size(); from += CHUNK) {
      parts.add(due.subList(from, Math.min(due.size(), from + CHUNK)));
    }
    return parts;
  }

  private static List<Hint> hints(List<Transition> transitions) {
    return transitions.stream().map(transition -> Hint.at(transition.situation().alert())).toList();
  }
}
