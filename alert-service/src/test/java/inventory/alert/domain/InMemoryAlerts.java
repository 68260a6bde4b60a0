package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.AlertEvent;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.Position;
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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alerts and the outbox in memory: one object, because one transaction changes both. */
public final class InMemoryAlerts implements Alerts, Outbox {

  private static final int MAX_SNOOZES = 1_000;

  private final BiConsumer<Collection<Transition>, Instant> events;
  private final Map<AlertId, AlertRecord> records = new HashMap<>();
  private final Map<AlertId, Instant> snoozes = new HashMap<>();
  private final Map<Audience, Map<String, Entry>> entries = new HashMap<>();
  private final Map<Audience, Lease> leases = new HashMap<>();
  private final Map<String, Open> open = new TreeMap<>();
  private final List<String> completed = new ArrayList<>();
  private final Map<AlertId, Long> writes = new HashMap<>();

  private record Open(String batch, Instant until) {}

  private record Lease(String holder, Instant until) {}

  /** Alerts without webhooks. */
  public InMemoryAlerts() {
    this((transitions, at) -> {});
  }

  /**
   * Alerts with webhooks.
   *
   * @param events publishes the events of transitions, with the time of the write
   */
  public InMemoryAlerts(BiConsumer<Collection<Transition>, Instant> events) {
    this.events = events;
  }

  /** Snoozes an alert as reporting-api does. */
  public void snooze(AlertId alert, Instant until) {
    Decision decision = new Decision(until.minusSeconds(1), "ada", "");
    AlertRecord before = record(alert);
    AlertRecord after = before.snooze(new AlertRecord.Snooze(until, decision));
    records.put(alert, after);
    snoozes.put(alert, until);
    writes.merge(alert, after.revision() - before.revision(), Long::sum);
  }

  /** Acknowledges an alert as reporting-api does. */
  public void acknowledge(AlertId alert, Instant at) {
    AlertRecord before = record(alert);
    AlertRecord after = before.acknowledge(new Decision(at, "ada", ""));
    records.put(alert, after);
    writes.merge(alert, after.revision() - before.revision(), Long::sum);
  }

  /** The alerts that are open. */
  public List<AlertId> openAlerts() {
    return records.entrySet().stream()
        .filter(record -> record.getValue().isOpen())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How often a record was written: its revision, if no write was overwritten. */
  public long writes(AlertId alert) {
    return writes.getOrDefault(alert, 0L);
  }

  /** Puts an event into the outbox, as a transition or a finished file does. */
  public void enqueue(
      Collection<Delivery> deliveries, String id, Trigger trigger, AlertEvent event) {
    for (Delivery to : deliveries) {
      of(to.audience())
          .put(
              Position.of(to.due(), id),
              new Entry(id, to.due(), trigger.batch(), trigger.cause(), event));
    }
  }

  private Map<String, Entry> of(Audience audience) {
    return entries.computeIfAbsent(audience, one -> new TreeMap<>());
  }

  public AlertRecord record(AlertId alert) {
    return records.getOrDefault(alert, AlertRecord.NONE);
  }

  /** The number of notifications over all alerts. */
  public long notifications() {
    return records.values().stream().mapToLong(AlertRecord::notifications).sum();
  }

  /** The ids of all entries that were completed, in order, with repetitions. */
  public List<String> completed() {
    return completed;
  }

  /** The entries of an audience, whether or not they are due. */
  public List<Entry> entries(Audience audience) {
    return List.copyOf(of(audience).values());
  }

  /** Whether all entries were completed. */
  public boolean isAllSent() {
    return entries.values().stream().allMatch(Map::isEmpty);
  }

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> alerts) {
    return alerts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::record));
  }

  @Override
  public boolean write(Collection<Transition> transitions, Trigger trigger) {
    int size = transitions.stream().mapToInt(Transition::writes).sum();
    if (size > MAX_WRITES) {
      throw new IllegalArgumentException(size + " items in one write");
    }
    if (!transitions.stream().allMatch(this::isAsBefore)) {
      return false;
    }
    transitions.forEach(transition -> apply(transition, trigger));
    events.accept(transitions, trigger.at());
    return true;
  }

  private boolean isAsBefore(Transition transition) {
    return record(transition.status().alert()).revision() == transition.before().revision();
  }

  private void apply(Transition transition, Trigger trigger) {
    AlertId alert = transition.status().alert();
    records.put(alert, transition.after());
    writes.merge(alert, 1L, Long::sum);
    enqueue(
        transition.deliveries(),
        "%s#%019d".formatted(alert.digest(), transition.after().notifications()),
        trigger,
        transition.event());
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
  public Optional<Instant> oldestDue(Instant now) {
    return entries.values().stream()
        .flatMap(waiting -> waiting.values().stream())
        .map(Entry::due)
        .filter(due -> !due.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  @Override
  public Set<String> dueAudiences(Instant now) {
    return Set.copyOf(entries.keySet()).stream()
        .filter(audience -> hasDue(audience, now))
        .map(Audience::id)
        .collect(Collectors.toSet());
  }

  @Override
  public void put(Audience audience, Collection<Entry> added) {
    added.forEach(entry -> of(audience).put(Position.of(entry.due(), entry.id()), entry));
  }

  @Override
  public boolean hasDue(Audience audience, Instant now) {
    return !due(audience, now).isEmpty();
  }

  @Override
  public List<Entry> due(Audience audience, Instant now) {
    return of(audience).values().stream()
        .filter(entry -> !entry.due().isAfter(now))
        .limit(MAX_ENTRIES)
        .toList();
  }

  @Override
  public void complete(Audience audience, Collection<Entry> sent) {
    for (Entry entry : sent) {
      of(audience).remove(Position.of(entry.due(), entry.id()));
      completed.add(entry.id());
    }
  }

  @Override
  public boolean claim(Audience audience, String holder, Instant now, Instant until) {
    Lease lease = leases.get(audience);
    if (lease != null && !lease.holder().equals(holder) && !lease.until().isBefore(now)) {
      return false;
    }
    leases.put(audience, new Lease(holder, until));
    return true;
  }

  @Override
  public void release(Audience audience, String holder) {
    leases.computeIfPresent(
        audience, (name, lease) -> lease.holder().equals(holder) ? null : lease);
  }

  @Override
  public void open(String batch, String holder, Instant until) {
    open.put(holder + "#" + batch, new Open(batch, until));
  }

  @Override
  public void close(String batch, String holder) {
    open.remove(holder + "#" + batch);
  }

  @Override
  public Set<String> openBatches(Instant now) {
    return open.values().stream()
        .filter(batch -> !batch.until().isBefore(now))
        .map(Open::batch)
        .collect(Collectors.toSet());
  }
}
