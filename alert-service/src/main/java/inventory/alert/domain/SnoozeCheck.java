package inventory.alert.domain;

import inventory.alert.domain.Alerts.Snooze;
import inventory.alert.domain.Delivery.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges snoozed alerts when their time has come; who wanted to be told later is told then. */
public final class SnoozeCheck {

  private static final String CAUSE = "the end of a snooze";

  private final Situations situations;
  private final Alerts alerts;
  private final Judgement judgement;
  private final StockCheck stock;
  private final Delivery delivery;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;

  /**
   * Wires the use case.
   *
   * @param stock judges anew what changed while a snooze was ended
   * @param now tells the time
   * @param ids makes ids that are never the same
   */
  public SnoozeCheck(
      Situations situations,
      Alerts alerts,
      Judgement judgement,
      StockCheck stock,
      Delivery delivery,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.situations = situations;
    this.alerts = alerts;
    this.judgement = judgement;
    this.stock = stock;
    this.delivery = delivery;
    this.now = now;
    this.ids = ids;
  }

  /**
   * Judges those whose time has come, and tells what is low of them in one notice.
   *
   * @return how many there were
   */
  public int check() {
    Instant at = now.get();
    List<Snooze> ended = alerts.endedSnoozes(at);
    if (ended.isEmpty()) {
      return 0;
    }
    Occasion occasion = new Occasion("SNOOZE#" + ids.get(), CAUSE, at);
    Work work = delivery.begin(occasion.batch());
    List<Hint> judged = new ArrayList<>();
    for (Snooze snooze : ended) {
      // Where it collides, it is still there when the next check looks.
      if (alerts.endSnooze(snooze, transition(snooze, at), occasion)) {
        work.hold();
        judged.add(Hint.at(snooze.alert()));
      }
    }
    stock.check(occasion.batch(), CAUSE, judged.stream());
    work.deliver();
    return ended.size();
  }

  private Optional<Transition> transition(Snooze snooze, Instant at) {
    AlertRecord record = alerts.read(List.of(snooze.alert())).get(snooze.alert());
    List<Situation> facts = situations.read(List.of(Hint.at(snooze.alert())));
    boolean isItsOwn = record.snoozedUntil().equals(Optional.of(snooze.until()));
    return isItsOwn && !facts.isEmpty()
        ? Optional.of(judgement.awaken(facts.get(0), record, at))
        : Optional.empty();
  }
}
