package inventory.validation.check;

import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.validation.domain.Alerts;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Levels;
import inventory.validation.domain.Report;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Severity;
import inventory.validation.domain.StoredLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An alert is in the state that its level and threshold require. Otherwise a message was lost, or a
 * default has changed: the item is judged again. A level that changed just now is left out, as its
 * message may be on its way.
 *
 * <p>Each level below its threshold costs a read unit for its alert, and each open alert up to
 * four.
 */
public final class AlertMatchesLevel extends Check {

  private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

  private final Alerts alerts;
  private final Levels levels;
  private final Supplier<Instant> now;

  /** Creates the check. */
  public AlertMatchesLevel(Alerts alerts, Levels levels, Supplier<Instant> now) {
    super("alert", Severity.WRONG);
    this.alerts = alerts;
    this.levels = levels;
    this.now = now;
  }

  /** Levels that call for an alert and have none. */
  @Override
  public void levels(List<StoredLevel> some, Report report) {
    Map<StockKey, StockState> due = due(some);
    due.values().removeIf(state -> state == StockState.OK);
    if (!due.isEmpty()) {
      Map<StockKey, StockState> found = alerts.states(due.keySet());
      due.keySet().removeIf(key -> found.get(key) != StockState.OK);
      report(due, found, report);
    }
  }

  /** Open alerts for which the level does not call, or not in this state. */
  @Override
  public void run(RunFacts run, Report report) {
    alerts.forEachOpen(keys -> compare(keys, report));
  }

  private void compare(Collection<StockKey> open, Report report) {
    List<StoredLevel> there = open.stream().map(levels::find).flatMap(Optional::stream).toList();
    Map<StockKey, StockState> due = due(there);
    open.forEach(key -> due.putIfAbsent(key, StockState.OK));
    there.stream().filter(level -> !isSettled(level)).forEach(level -> due.remove(level.key()));
    Map<StockKey, StockState> found = alerts.states(due.keySet());
    due.keySet().removeIf(key -> found.get(key) == due.get(key) || found.get(key) == StockState.OK);
    report(due, found, report);
  }

  private Map<StockKey, StockState> due(List<StoredLevel> some) {
    List<StoredLevel> settled = some.stream().filter(this::isSettled).toList();
    Map<StockKey, Long> thresholds =
        alerts.thresholds(settled.stream().map(StoredLevel::key).toList());
    Map<StockKey, StockState> due = new HashMap<>();
    for (StoredLevel level : settled) {
      StockState state =
          level.level().removed()
              ? StockState.OK
              : StockState.of(level.level().units(), thresholds.get(level.key()));
      due.put(level.key(), state);
    }
    return due;
  }

  private boolean isSettled(StoredLevel level) {
    return Instant.parse(level.updatedAt()).isBefore(now.get().minus(ON_ITS_WAY));
  }

  private void report(
      Map<StockKey, StockState> due, Map<StockKey, StockState> found, Report report) {
    List<StockKey> keys = new ArrayList<>(due.keySet());
    keys.sort(null);
    for (StockKey key : keys) {
      report.add(
          Finding.ofStock(
              this,
              key.warehouse(),
              key.itemId(),
              "an alert that is " + found.get(key),
              due.get(key) + ", by its level and threshold; it is judged again"));
    }
    if (!keys.isEmpty()) {
      alerts.judge(keys);
    }
  }
}
