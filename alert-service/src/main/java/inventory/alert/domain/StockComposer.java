package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.notification.StockLine;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Composer;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.StockEvent;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockState;
import inventory.model.order.Outflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Composes notifications about stock from what is true now, not from what was true when the entries
 * were written: entries about the same alert are one line, with the level and the state of now. An
 * alert that has recovered meanwhile, or that somebody has snoozed, is left out.
 *
 * <p>An alert is read strongly consistently, and so is its stock. If they disagree, the stock is
 * checked first. If they still disagree, its entries wait for the next dispatch. If a newer
 * notification of the alert is due, it is in the outbox and reports the older ones, too.
 */
public final class StockComposer implements Composer {

  private static final int CHUNK = 100;

  private final StockStatuses statuses;
  private final Alerts alerts;
  private final StockCheck check;
  private final Outflows outflows;
  private final Supplier<Stream<AlertId>> openAlerts;
  private final Edition edition;

  /**
   * Creates a composer.
   *
   * @param openAlerts all open alerts; may lag by moments. The composer closes the stream
   * @param edition what the audience reads
   */
  public StockComposer(
      StockStatuses statuses,
      Alerts alerts,
      StockCheck check,
      Outflows outflows,
      Supplier<Stream<AlertId>> openAlerts,
      Edition edition) {
    this.statuses = statuses;
    this.alerts = alerts;
    this.check = check;
    this.outflows = outflows;
    this.openAlerts = openAlerts;
    this.edition = edition;
  }

  /** The entries about one alert, in the order of their numbers: clocks of processes differ. */
  private record Waiting(AlertId alert, List<Entry> entries) {

    private boolean beginsWithRecovery() {
      return event(entries.get(0)).state() == StockState.OK;
    }

    private long lastNumber() {
      return event(last()).number();
    }

    private Entry last() {
      return entries.get(entries.size() - 1);
    }

    private static StockEvent event(Entry entry) {
      return (StockEvent) entry.event();
    }
  }

  /** What is stored about alerts and their stock. */
  private record Facts(Map<AlertId, StockStatus> statuses, Map<AlertId, AlertRecord> records) {

    private boolean agreeOn(AlertId alert) {
      StockStatus status = statuses.get(alert);
      return status != null && status.state() == records.get(alert).state();
    }
  }

  /** A notification that is being composed. */
  private static final class Draft {

    private final Instant now;
    private final List<Entry> covered = new ArrayList<>();
    private final Map<AlertId, StockLine> lines = new LinkedHashMap<>();
    private final Map<Audience, List<Entry>> followUps = new HashMap<>();

    private Draft(Instant now) {
      this.now = now;
    }
  }

  @Override
  public Composed compose(List<Entry> entries, Instant now) {
    List<Waiting> waiting = byAlert(entries);
    Draft draft = new Draft(now);
    for (int from = 0; from < waiting.size(); from += CHUNK) {
      List<Waiting> part = waiting.subList(from, Math.min(waiting.size(), from + CHUNK));
      Facts facts = facts(part);
      for (Waiting one : part) {
        if (!cover(one, facts, draft)) {
          // Another process changed the alert meanwhile.
          cover(one, facts(List.of(one)), draft);
        }
      }
    }
    return new Composed(
        draft.lines.isEmpty() ? Optional.empty() : Optional.of(notification(draft)),
        draft.covered,
        draft.followUps);
  }

  private Notification notification(Draft draft) {
    List<StockLine> open =
        edition.listedOpen().map(listed -> open(draft, listed)).orElse(List.of());
    List<StockLine> all = new ArrayList<>(draft.lines.values());
    all.addAll(open);
    Map<AlertId, Outflow> known = outflows.of(StockNotifications.listed(all));
    return edition.compose(draft.lines.values(), open, known, draft.now);
  }

  /** The lines of the other open alerts that the audience reads about. */
  private List<StockLine> open(Draft draft, Predicate<AlertId> isListed) {
    try (Stream<AlertId> open = openAlerts.get()) {
      List<AlertId> listed =
          open.filter(isListed)
              .filter(alert -> !draft.lines.containsKey(alert))
              .limit(Outbox.MAX_ENTRIES)
              .toList();
      List<StockLine> lines = new ArrayList<>();
      for (int from = 0; from < listed.size(); from += CHUNK) {
        Facts facts = read(listed.subList(from, Math.min(listed.size(), from + CHUNK)));
        facts.statuses().values().stream()
            .filter(status -> status.state() != StockState.OK)
            .map(status -> line(status, facts.records().get(status.alert()), ""))
            .forEach(lines::add);
      }
      return lines;
    }
  }

  /** Returns false if the alert must be read again. */
  private boolean cover(Waiting one, Facts facts, Draft draft) {
    // Without a status it is an alert of another scope than the one that is set.
    Optional<StockStatus> status = Optional.ofNullable(facts.statuses().get(one.alert()));
    if (status.isPresent() && !facts.agreeOn(one.alert())) {
      return false;
    }
    AlertRecord record = facts.records().get(one.alert());
    Optional<StockStatus> reported =
        status.filter(known -> isReported(one, record, known, draft.now));
    if (reported.isPresent() && !isRecorded(one, record, reported.get(), draft.now)) {
      return false;
    }
    draft.covered.addAll(one.entries());
    reported.ifPresent(known -> report(one, record, known, draft));
    return true;
  }

  private void report(Waiting one, AlertRecord record, StockStatus status, Draft draft) {
    draft.lines.put(one.alert(), line(status, record, one.last().cause()));
    edition
        .followUps(one.last(), record, draft.now)
        .forEach(
            (audience, entry) ->
                draft.followUps.computeIfAbsent(audience, key -> new ArrayList<>()).add(entry));
  }

  private static List<Waiting> byAlert(List<Entry> entries) {
    Map<AlertId, Waiting> waiting = new LinkedHashMap<>();
    for (Entry entry : entries) {
      AlertId alert = Waiting.event(entry).alert();
      waiting.computeIfAbsent(alert, id -> new Waiting(id, new ArrayList<>())).entries().add(entry);
    }
    waiting
        .values()
        .forEach(
            one ->
                one.entries()
                    .sort(Comparator.comparingLong(entry -> Waiting.event(entry).number())));
    return List.copyOf(waiting.values());
  }

  private Facts facts(List<Waiting> part) {
    List<AlertId> ids = part.stream().map(Waiting::alert).toList();
    Facts facts = read(ids);
    List<Hint> disputed = ids.stream().filter(id -> !facts.agreeOn(id)).map(Hint::at).toList();
    if (disputed.isEmpty()) {
      return facts;
    }
    Entry first = part.get(0).entries().get(0);
    check.check(first.batch(), first.cause(), disputed.stream());
    return read(ids);
  }

  private Facts read(Collection<AlertId> ids) {
    Map<AlertId, AlertRecord> records = alerts.read(ids);
    Map<AlertId, StockStatus> current = new HashMap<>();
    statuses
        .read(ids.stream().map(Hint::at).toList())
        .forEach(status -> current.put(status.alert(), status));
    return new Facts(current, records);
  }

  private boolean isReported(Waiting waiting, AlertRecord record, StockStatus status, Instant now) {
    boolean isSuperseded =
        record.notifications() > waiting.lastNumber()
            && record.lastNotice().stream().allMatch(latest -> edition.isSupersededBy(latest, now));
    if (isSuperseded || !edition.isReported(record)) {
      return false;
    }
    return record.state() == StockState.OK
        ? waiting.beginsWithRecovery() && !status.removed()
        : record.snooze().isEmpty();
  }

  /** Records what purchasing is about to read, if it is better than what caused the entries. */
  private boolean isRecorded(Waiting waiting, AlertRecord record, StockStatus status, Instant now) {
    Entry first = waiting.entries().get(0);
    return !record.noticed().isWorseThan(record.state())
        || alerts.write(
            List.of(new Transition(status, record, record.reported())),
            new Trigger(first.batch(), first.cause(), now));
  }

  private static StockLine line(StockStatus status, AlertRecord record, String cause) {
    return new StockLine(
        status.alert(),
        status.itemName(),
        status.level(),
        status.rule(),
        status.state(),
        record.since(),
        cause);
  }
}
