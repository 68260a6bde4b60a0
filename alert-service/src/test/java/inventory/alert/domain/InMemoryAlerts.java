package inventory.alert.domain;

import inventory.alert.notice.News;
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

/** Alerts and the outbox by their definition: one object, as one transaction changes both. */
final class InMemoryAlerts implements Alerts, Outbox {

  private static final int MAX_SNOOZES = 1_000;

  private final Map<AlertId, AlertRecord> records = new HashMap<>();
  private final Map<AlertId, Instant> snoozes = new HashMap<>();
  private final Map<String, Map<String, Unsent>> notices = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final List<String> sent = new ArrayList<>();

  private record Unsent(News news, Instant since) {}

  private record Lease(String holder, Instant until) {}

  /** Snoozes an alert as reporting-api does. */
  void snooze(AlertId alert, Instant until) {
    AlertRecord before = record(alert);
    AlertRecord after =
        new AlertRecord(
            before.state(),
            before.noticed(),
            before.since(),
            before.acknowledgedAt(),
            Optional.of(until),
            before.notices(),
            before.revision() + 1);
    records.put(alert, after);
    snoozes.put(alert, until);
  }

  /** Puts a notice into the outbox, as a transition or a finished file does. */
  void tell(String id, News news, Occasion occasion) {
    notices
        .computeIfAbsent(occasion.batch(), batch -> new TreeMap<>())
        .put(id, new Unsent(news, occasion.at()));
  }

  AlertRecord record(AlertId alert) {
    return records.getOrDefault(alert, AlertRecord.NONE);
  }

  /** How often people were to be told of anything, over all alerts. */
  long notices() {
    return records.values().stream().mapToLong(AlertRecord::notices).sum();
  }

  /** The ids of all entries that were taken off, each as often as it was. */
  List<String> sent() {
    return sent;
  }

  /** Whether nothing at all is still to be sent. */
  boolean isAllSent() {
    return notices.values().stream().allMatch(Map::isEmpty);
  }

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> alerts) {
    return alerts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::record));
  }

  @Override
  public boolean write(Collection<Transition> transitions, Occasion occasion) {
    if (transitions.size() > MAX_TRANSITIONS) {
      throw new IllegalArgumentException(transitions.size() + " transitions in one write");
    }
    if (!transitions.stream().allMatch(this::isAsBefore)) {
      return false;
    }
    transitions.forEach(transition -> apply(transition, occasion));
    return true;
  }

  private boolean isAsBefore(Transition transition) {
    return record(transition.situation().alert()).revision() == transition.before().revision();
  }

  private void apply(Transition transition, Occasion occasion) {
    AlertId alert = transition.situation().alert();
    records.put(alert, transition.after());
    if (transition.tells()) {
      String id = "%s#%019d".formatted(alert.digest(), transition.after().revision());
      tell(id, transition.news(occasion.cause()), occasion);
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
  public boolean endSnooze(Snooze snooze, Optional<Transition> transition, Occasion occasion) {
    if (!snooze.until().equals(snoozes.get(snooze.alert()))
        || !write(transition.stream().toList(), occasion)) {
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
    return notices.getOrDefault(batch, Map.of()).entrySet().stream()
        .map(notice -> new Entry(notice.getKey(), notice.getValue().news()))
        .limit(MAX_ENTRIES)
        .toList();
  }

  @Override
  public void sent(String batch, Collection<Entry> entries) {
    entries.forEach(entry -> notices.get(batch).remove(entry.id()));
    entries.forEach(entry -> sent.add(batch + " " + entry.id()));
  }

  @Override
  public boolean reserve(String batch, String holder, Instant now, Instant until) {
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
    return notices.entrySet().stream()
        .filter(
            batch ->
                batch.getValue().values().stream()
                    .anyMatch(notice -> notice.since().isBefore(moment)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
