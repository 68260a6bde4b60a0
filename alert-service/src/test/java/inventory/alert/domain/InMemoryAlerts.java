package inventory.alert.domain;

import inventory.alert.notification.AlertEvent;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alerts and the outbox in memory: one object, because one transaction changes both. */
public final class InMemoryAlerts implements Alerts, Outbox {

  private static final int MAX_SNOOZES = 1_000;

  private final Map<AlertId, AlertRecord> records = new HashMap<>();
  private final Map<AlertId, Instant> snoozes = new HashMap<>();
  private final Map<String, Map<String, Unsent>> notifications = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final List<String> sent = new ArrayList<>();

  private record Unsent(AlertEvent event, Instant since) {}

  private record Lease(String holder, Instant until) {}

  /** Snoozes an alert as reporting-api does. */
  public void snooze(AlertId alert, Instant until) {
    AlertRecord before = record(alert);
    AlertRecord after =
        new AlertRecord(
            before.state(),
            before.noticed(),
            before.since(),
            before.acknowledgedAt(),
            Optional.of(until),
            before.notifications(),
            before.revision() + 1);
    records.put(alert, after);
    snoozes.put(alert, until);
  }

  /** Puts a notification into the outbox, as a transition or a finished file does. */
  public void enqueue(String id, AlertEvent event, Trigger trigger) {
    notifications
        .computeIfAbsent(trigger.batch(), batch -> new TreeMap<>())
        .put(id, new Unsent(event, trigger.at()));
  }

  public AlertRecord record(AlertId alert) {
    return records.getOrDefault(alert, AlertRecord.NONE);
  }

  /** The number of notifications over all alerts. */
  public long notifications() {
    return records.values().stream().mapToLong(AlertRecord::notifications).sum();
  }

  /** The ids of all sent entries, in order, with repetitions. */
  public List<String> sent() {
    return sent;
  }

  /** Whether all entries were sent. */
  public boolean isAllSent() {
    return notifications.values().stream().allMatch(Map::isEmpty);
  }

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> alerts) {
    return alerts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::record));
  }

  @Override
  public boolean write(Collection<Transition> transitions, Trigger trigger) {
    if (transitions.size() > MAX_TRANSITIONS) {
      throw new IllegalArgumentException(transitions.size() + " transitions in one write");
    }
    if (!transitions.stream().allMatch(this::isAsBefore)) {
      return false;
    }
    transitions.forEach(transition -> apply(transition, trigger));
    return true;
  }

  private boolean isAsBefore(Transition transition) {
    return record(transition.status().alert()).revision() == transition.before().revision();
  }

  private void apply(Transition transition, Trigger trigger) {
    AlertId alert = transition.status().alert();
    records.put(alert, transition.after());
    if (transition.notifies()) {
      String id = "%s#%019d".formatted(alert.digest(), transition.after().revision());
      enqueue(id, transition.event(trigger.cause()), trigger);
    }
  }

  @Override
  public List<Snooze> endedSnoozes(Instant now) {
    return snoozes.entrySet().stream()
        .filter(snooze -> snooze.getValue().isBefore(now))
        .map(snooze -> new Snooze(snooze.getKey(), snooze.getValue()))
        .sorted(Comparator.comparing(Snooze::until))
        .limit(MAX_SNOOZES)
        .toList();
  }

  @Override
  public boolean endSnooze(Snooze snooze, Optional<Transition> transition, Trigger trigger) {
    if (!snooze.until().equals(snoozes.get(snooze.alert()))
        || !write(transition.stream().toList(), trigger)) {
      return false;
    }
    snoozes.remove(snooze.alert());
    return true;
  }

  @Override
  public boolean hasUnsent(String batch) {
    return !unsent(batch).isEmpty();
  }

  @Override
  public List<Entry> unsent(String batch) {
    return notifications.getOrDefault(batch, Map.of()).entrySet().stream()
        .map(notification -> new Entry(notification.getKey(), notification.getValue().event()))
        .limit(MAX_ENTRIES)
        .toList();
  }

  @Override
  public void markSent(String batch, Collection<Entry> entries) {
    entries.forEach(entry -> notifications.get(batch).remove(entry.id()));
    entries.forEach(entry -> sent.add(batch + " " + entry.id()));
  }

  @Override
  public boolean claim(String batch, String holder, Instant now, Instant until) {
    Lease lease = leases.get(batch);
    if (lease != null && !lease.holder().equals(holder) && !lease.until().isBefore(now)) {
      return false;
    }
    leases.put(batch, new Lease(holder, until));
    return true;
  }

  @Override
  public void release(String batch, String holder) {
    leases.computeIfPresent(batch, (name, lease) -> lease.holder().equals(holder) ? null : lease);
  }

  @Override
  public Set<String> batchesUnsentSince(Instant moment) {
    return notifications.entrySet().stream()
        .filter(
            batch ->
                batch.getValue().values().stream()
                    .anyMatch(notification -> notification.since().isBefore(moment)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
