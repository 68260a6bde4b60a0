package inventory.simulator;

import inventory.alert.domain.StockStatus;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.StockEvent;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Notice;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.recipients.RecipientRule;
import inventory.model.recipients.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What people have read about stock, and what they must have read. */
final class StockMail {

  private final Stores stores;
  private final Readers readers;
  private final boolean isCalm;
  private final Supplier<Instant> now;
  private final Map<AlertId, Past> pasts = new HashMap<>();
  // By reader and alert.
  private final Map<List<Object>, Read> reads = new HashMap<>();

  /** What has happened to stock, whether or not anybody has noticed. */
  private static final class Past {
    private AlertRecord record = AlertRecord.NONE;
    private StockState state = StockState.OK;
    private int declines;
    private Instant snoozedUntil = Instant.MIN;
    private boolean wasSnoozed;
    // It may have recovered before its notice, or a digest that is late, was sent: the next digest
    // has its recovery only.
    private boolean mayRecoverAlone;
    private boolean isDue;
  }

  /** What a reader has read about stock since it was last seen at rest with enough. */
  private static final class Read {
    private StockState worst = StockState.OK;
    private final Map<Purpose, StockState> last = new EnumMap<>(Purpose.class);
    // Since the last rest.
    private final Map<Purpose, Integer> times = new EnumMap<>(Purpose.class);

    private int times(Purpose purpose) {
      return times.getOrDefault(purpose, 0);
    }

    private int announcements() {
      return times(Purpose.NOTICE) + times(Purpose.DIGEST);
    }

    /** Two notifications that are on their way at the same time have no order. */
    private StockState last() {
      return last.values().stream().max(Comparator.naturalOrder()).orElse(StockState.OK);
    }
  }

  /**
   * People who have read nothing.
   *
   * @param isCalm whether no process crashes and no call fails
   */
  StockMail(Stores stores, Readers readers, boolean isCalm, Supplier<Instant> now) {
    this.stores = stores;
    this.readers = readers;
    this.isCalm = isCalm;
    this.now = now;
  }

  private Past past(AlertId alert) {
    return pasts.computeIfAbsent(alert, id -> new Past());
  }

  private Read read(String reader, AlertId alert) {
    return reads.computeIfAbsent(List.of(reader, alert), key -> new Read());
  }

  /** Somebody reads an e-mail. Each of its tables follows a title. */
  void read(Notification mail) {
    String title = "";
    boolean isTable = false;
    for (String line : mail.text().lines().toList()) {
      if (line.startsWith("Warehouse ")) {
        isTable = true;
      } else if (line.isEmpty()) {
        isTable = false;
      } else if (isTable) {
        read(mail.audience(), title, List.of(line.split(" {2,}", -1)));
      } else {
        title = line;
      }
    }
  }

  /** A row: "warehouse item ... state order". */
  private void read(Audience audience, String title, List<String> cells) {
    if (title.startsWith("Still low")) {
      return;
    }
    AlertId alert = AlertId.of(new StockKey(cells.get(0), cells.get(1)));
    String reader = audience instanceof Audience.Rule rule ? rule.name() : audience.id();
    Purpose purpose = audience instanceof Audience.Rule rule ? rule.purpose() : Purpose.NOTICE;
    Read read = read(reader, alert);
    StockState state = state(cells);
    Violation.unless(readers.of(alert).contains(reader), reader, "has read of", alert);
    checkTimes(audience, alert);
    if (state == StockState.OK) {
      Violation.unless(
          !isCalm
              || past(alert).wasSnoozed
              || past(alert).mayRecoverAlone
              || read.last() != StockState.OK,
          reader,
          "has read that",
          alert,
          "recovered, and not that it was low");
      return;
    }
    read.times.merge(purpose, 1, Integer::sum);
    read.last.put(purpose, state);
    if (state.isWorseThan(read.worst)) {
      read.worst = state;
    }
  }

  private static StockState state(List<String> cells) {
    if (cells.contains("low")) {
      return StockState.LOW;
    }
    return cells.contains("recovered") ? StockState.OK : StockState.OUT;
  }

  /** What a rule sends is due outside its quiet hours, or at the time of a digest. */
  private void checkTimes(Audience audience, AlertId alert) {
    if (audience instanceof Audience.Rule rule) {
      Schedule schedule = readers.rule(rule.name()).orElseThrow().schedule();
      for (Entry entry : stores.alerts.entries(audience)) {
        StockEvent event = (StockEvent) entry.event();
        boolean isDigest = rule.purpose() == Purpose.DIGEST;
        Violation.unless(
            isDigest
                ? schedule.digestAt().contains(entry.due().atZone(schedule.zone()).toLocalTime())
                : rule.purpose() != Purpose.NOTICE
                    || schedule
                        .dueOutsideQuietHours(event.state(), entry.due())
                        .equals(entry.due()),
            alert,
            "is due for",
            audience,
            "at",
            entry.due());
      }
    }
  }

  /** A step is over: a level or a threshold may have changed. */
  void observe() {
    Facts.KEYS.stream()
        .flatMap(stores::status)
        .forEach(
            status -> {
              Past past = past(status.alert());
              if (status.state().isWorseThan(past.state)) {
                past.declines++;
              }
              past.state = status.state();
            });
  }

  /** A step is over: alerts may have changed. */
  void observeAlerts() {
    for (StockKey key : Facts.KEYS) {
      AlertId alert = AlertId.of(key);
      Past past = past(alert);
      AlertRecord record = stores.alerts.record(alert);
      checkInterval(alert, past.record, record);
      boolean isRecovery = past.record.isOpen() && !record.isOpen();
      past.mayRecoverAlone |=
          record.state() == StockState.OUT || (isRecovery && isDigestLate(alert));
      past.record = record;
      // A recovery that was noticed, or a notification, ends a snooze before its time.
      if (isSnoozed(past) && record.snooze().isEmpty()) {
        past.snoozedUntil = Instant.MIN;
        past.isDue = false;
      }
    }
  }

  private boolean isDigestLate(AlertId alert) {
    return readers.of(alert).stream()
        .map(name -> new Audience.Rule(name, Purpose.DIGEST))
        .flatMap(audience -> stores.alerts.due(audience, now.get()).stream())
        .anyMatch(entry -> ((StockEvent) entry.event()).alert().equals(alert));
  }

  private boolean isSnoozed(Past past) {
    return !past.snoozedUntil.isBefore(now.get());
  }

  private void checkInterval(AlertId alert, AlertRecord before, AlertRecord after) {
    Optional<Notice> next = after.lastNotice();
    Violation.unless(
        before.snooze().isPresent()
            || before.lastNotice().isEmpty()
            || next.get().due().equals(before.lastNotice().get().due())
            || next.get().state().isWorseThan(before.lastNotice().get().state())
            || !next.get().due().isBefore(before.lastNotice().get().due().plus(readers.interval())),
        alert,
        "has two notifications too soon after each other:",
        before.lastNotice(),
        next);
  }

  /** A person snoozes an alert, as the reporting API does. */
  void snooze(AlertId alert, Instant until) {
    if (stores.alerts.record(alert).isOpen()) {
      stores.alerts.snooze(alert, until);
      Past past = past(alert);
      past.record = stores.alerts.record(alert);
      past.snoozedUntil = until;
      past.wasSnoozed = true;
      past.isDue = true;
      // At its end, the stock is announced again.
      past.declines++;
    }
  }

  /** A person acknowledges an alert, as the reporting API does. */
  void acknowledge(AlertId alert) {
    if (stores.alerts.record(alert).isOpen()) {
      stores.alerts.acknowledge(alert, now.get());
      past(alert).record = stores.alerts.record(alert);
    }
  }

  /**
   * Checks that stock that is out is announced, while notifications may still wait for their time.
   *
   * @param isUnannounced stock that is left out
   */
  void checkUrgent(Predicate<StockKey> isUnannounced) {
    for (StockStatus status : statuses(isUnannounced)) {
      for (String reader : readers.of(status.alert())) {
        Violation.unless(
            status.state() != StockState.OUT
                || isSnoozed(past(status.alert()))
                || !readers.interval().isZero()
                || read(reader, status.alert()).worst == StockState.OUT,
            status,
            "was not announced at once to",
            reader);
      }
    }
  }

  private List<StockStatus> statuses(Predicate<StockKey> isUnannounced) {
    return Facts.KEYS.stream().filter(isUnannounced.negate()).flatMap(stores::status).toList();
  }

  /**
   * Checks all e-mails while nothing is under way, and no notification waits.
   *
   * @param isUnannounced stock that is left out
   */
  void checkAtRest(Predicate<StockKey> isUnannounced) {
    for (StockStatus status : statuses(isUnannounced)) {
      AlertId alert = status.alert();
      AlertRecord record = stores.alerts.record(alert);
      Violation.unless(
          record.state() == status.state(), status, "has an alert that is", record.state());
      Violation.unless(
          record.revision() == stores.alerts.writes(alert),
          status,
          "has an alert with an overwritten write:",
          record);
      readers.of(alert).forEach(reader -> check(status, record, reader));
      Past past = past(alert);
      boolean isSnoozed = isSnoozed(past);
      past.isDue &= isSnoozed;
      past.wasSnoozed = isSnoozed;
      past.mayRecoverAlone = false;
      past.declines = isSnoozed ? 1 : 0;
    }
  }

  private void check(StockStatus status, AlertRecord record, String reader) {
    Read read = read(reader, status.alert());
    Past past = past(status.alert());
    boolean isSnoozed = isSnoozed(past);
    Violation.unless(
        isSnoozed || !status.state().isWorseThan(read.worst),
        status,
        "is worse than what was announced to",
        reader,
        read.worst);
    Violation.unless(
        isSnoozed || !isCalm || !status.state().isWorseThan(read.last()),
        status,
        "is worse than what was announced last to",
        reader,
        read.last);
    Violation.unless(
        isSnoozed || !past.isDue || status.state() == StockState.OK || read.announcements() > 0,
        status,
        "was not announced after its snooze to",
        reader);
    // A digest lists what was announced at once, too.
    Violation.unless(
        !isCalm
            || Math.max(read.times(Purpose.NOTICE), read.times(Purpose.DIGEST)) <= past.declines,
        status,
        "was announced more often than it declined:",
        read.times,
        "times to",
        reader);
    readers.rule(reader).ifPresent(rule -> checkFollowUps(status, record, rule, read, isSnoozed));
    read.times.clear();
    if (status.state() == StockState.OK) {
      reads.remove(List.of(reader, status.alert()));
    }
  }

  /** Alerts that nobody has acknowledged are reminded of, and escalated. */
  private void checkFollowUps(
      StockStatus status, AlertRecord record, RecipientRule rule, Read read, boolean isSnoozed) {
    List<Purpose> expected = new ArrayList<>();
    rule.remindAfter().ifPresent(after -> expected.add(Purpose.REMINDER));
    rule.escalation().ifPresent(next -> expected.add(Purpose.ESCALATION));
    for (Purpose purpose : expected) {
      Violation.unless(
          isSnoozed
              || status.state() == StockState.OK
              || record.acknowledged().isPresent()
              || read.last.containsKey(purpose),
          status,
          "is open, and there was no",
          purpose,
          "to",
          rule.name());
      Violation.unless(
          !isCalm || read.times(purpose) <= read.announcements(),
          status,
          "has more than one",
          purpose,
          "to",
          rule.name(),
          read.times);
    }
  }
}
