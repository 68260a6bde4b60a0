package inventory.alert.domain;

import inventory.alert.domain.Rules.Page;
import inventory.alert.domain.Rules.Place;
import inventory.alert.domain.Rules.Progress;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks all stock again after a change of the settings that decide what is low: the threshold of
 * items that have none, and the scope of alerts. Without this, items that do not move would keep
 * their old alerts. It also checks all stock after a file whose original is gone: nobody knows
 * which items that file has changed. Open alerts of the other scope are closed silently. What
 * became low is reported in one notification at the end.
 *
 * <p>The rules are compared once, at the start of a process: processes with different settings, as
 * during an update, do not undo each other's work for ever. A check that was interrupted continues
 * at the page where it stopped.
 *
 * <p>A check reads each level, its thresholds and its alert once: four read units for each level,
 * or 40 million for 10 million levels, in some hours. Memory holds one page.
 */
public final class RulesCheck {

  private static final String CAUSE = "a check of all stock";
  private static final String HOLDER = "rules";

  // A function may run for some minutes; the next call continues.
  private static final Duration SLICE = Duration.ofMinutes(1);

  private final String rules;
  private final boolean isOfTotals;
  private final Rules store;
  private final Alerts alerts;
  private final StockCheck check;
  private final Outbox outbox;
  private final Supplier<Instant> now;
  private boolean isCompared;

  /**
   * Creates the use case.
   *
   * @param isOfTotals whether alerts are on items' totals
   * @param defaultThreshold the threshold of items that have none, in units
   * @param now the clock
   */
  public RulesCheck(
      boolean isOfTotals,
      long defaultThreshold,
      Rules store,
      Alerts alerts,
      StockCheck check,
      Outbox outbox,
      Supplier<Instant> now) {
    this.rules = (isOfTotals ? "total" : "warehouse") + " " + defaultThreshold;
    this.isOfTotals = isOfTotals;
    this.store = store;
    this.alerts = alerts;
    this.check = check;
    this.outbox = outbox;
    this.now = now;
  }

  /**
   * Has all stock checked again, from the beginning; on return that is durable.
   *
   * @throws IllegalStateException if another process writes at the same time; a retry may succeed
   */
  public void restart() {
    Optional<Progress> before = store.find();
    // Processes with these rules continue, and those of an older version do not.
    String present = before.map(Progress::rules).orElse(rules);
    if (!store.save(before, new Progress(present, Optional.of(Place.BEGINNING)))) {
      throw new IllegalStateException("another process checks all stock at the same time");
    }
  }

  /** Checks what is left of all stock, for about a minute; a later call continues. */
  public void check() {
    Instant end = now.get().plus(SLICE);
    Optional<Progress> progress = store.find();
    if (!isCompared) {
      progress = compare(progress);
      isCompared = true;
    }
    while (isOurs(progress) && now.get().isBefore(end)) {
      progress = checkPage(progress.get());
    }
  }

  /** Nothing was checked by other rules before the first start. */
  private Optional<Progress> compare(Optional<Progress> before) {
    if (before.isPresent() && before.get().rules().equals(rules)) {
      return before;
    }
    Optional<Place> place = before.isPresent() ? Optional.of(Place.BEGINNING) : Optional.empty();
    store.save(before, new Progress(rules, place));
    return store.find();
  }

  private boolean isOurs(Optional<Progress> progress) {
    return progress.isPresent()
        && progress.get().rules().equals(rules)
        && progress.get().place().isPresent();
  }

  private Optional<Progress> checkPage(Progress progress) {
    String batch = "RULES#" + rules;
    outbox.open(batch, HOLDER, now.get().plus(StockCheck.OPEN_DURATION));
    Place place = progress.place().orElseThrow();
    if (place.equals(Place.BEGINNING)) {
      closeOtherScope(batch);
    }
    Page page = store.levels(place);
    check.check(
        batch,
        CAUSE,
        page.keys().stream()
            .filter(key -> !isOfTotals || store.isFirst(key))
            .map(key -> Hint.at(AlertId.of(key))));
    store.save(Optional.of(progress), new Progress(rules, page.next()));
    if (page.next().isEmpty()) {
      outbox.close(batch, HOLDER);
    }
    return store.find();
  }

  private void closeOtherScope(String batch) {
    try (Stream<AlertId> open = store.openAlerts()) {
      Iterator<AlertId> others =
          open.filter(alert -> alert.warehouse().isPresent() == isOfTotals).iterator();
      while (others.hasNext()) {
        close(others.next(), batch);
      }
    }
  }

  /** If another process writes first, it closes the alert, or a person's decision stays open. */
  private void close(AlertId alert, String batch) {
    AlertRecord record = alerts.read(List.of(alert)).get(alert);
    if (record.isOpen()) {
      Instant at = now.get();
      StockStatus removed = new StockStatus(alert, alert.itemId(), BigInteger.ZERO, 0, true);
      AlertRecord closed = record.reached(StockState.OK, at, Optional.empty());
      alerts.write(List.of(new Transition(removed, record, closed)), new Trigger(batch, CAUSE, at));
    }
  }
}
