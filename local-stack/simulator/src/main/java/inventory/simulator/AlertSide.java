package inventory.simulator;

import inventory.alert.domain.AlertPolicy;
import inventory.alert.domain.Alerts;
import inventory.alert.domain.FilePolicy;
import inventory.alert.domain.Hint;
import inventory.alert.domain.InMemoryAlerts;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.domain.StockCheck;
import inventory.alert.domain.StockComposer;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.StockStatuses;
import inventory.alert.domain.Teams;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Backoff;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.message.ChangedItems;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** alert-service in the simulation, and what purchasing must have read. */
final class AlertSide {

  private static final Backoff BACKOFF = new Backoff(3, Duration.ZERO, Duration.ZERO);
  private static final int ORDER_UP_TO = 2;

  final SimulatedQueue queue;
  private final InMemoryAlerts store = new InMemoryAlerts();
  private final StockStatuses statuses;
  private final Supplier<Instant> now;
  private final Map<AlertId, Announcements> announcements = new HashMap<>();
  private int ids;

  /** What purchasing has read about an alert. */
  private static final class Announcements {
    /** The worst state that it read since the stock was last seen at rest with enough. */
    private StockState worst = StockState.OK;

    /** What it is at present, whether or not anybody has noticed. */
    private StockState state = StockState.OK;

    private int sinceRest;
    private int declinesSinceRest;
    private Instant snoozedUntil = Instant.MIN;
    private boolean isDue;
  }

  AlertSide(StockStatuses statuses, Supplier<Instant> now, Random random) {
    this.queue = new SimulatedQueue(random);
    this.statuses = statuses;
    this.now = now;
  }

  /** Starts a process. */
  Service start(Ports ports) {
    StockStatuses readable = ports.of(StockStatuses.class, statuses);
    Alerts alerts = ports.of(Alerts.class, store);
    Outbox outbox = ports.of(Outbox.class, store);
    AlertPolicy policy = new AlertPolicy(new Teams(false, FilePolicy.NONE), Duration.ZERO);
    StockCheck check = new StockCheck(readable, alerts, policy, outbox, BACKOFF, now, this::newId);
    SnoozeCheck snoozes = new SnoozeCheck(readable, alerts, policy, check, now, this::newId);
    OutboxDispatcher dispatcher =
        new OutboxDispatcher(
            Audience.PURCHASING,
            outbox,
            new StockComposer(
                readable, alerts, check, new StockNotifications(ORDER_UP_TO, Optional.empty())),
            ports.of(Notifier.class, this::read),
            action -> () -> {},
            BACKOFF,
            now,
            this::newId);
    return new Service(
        List.of(
            new Service.QueueConsumer(
                queue,
                ports.of(MessageQueue.class, queue),
                body -> check(check, (ChangedItems) body))),
        () -> {
          snoozes.check();
          dispatcher.dispatch();
        });
  }

  private static void check(StockCheck check, ChangedItems changed) {
    check.check(
        changed.batch(),
        changed.cause(),
        changed.items().stream()
            .map(item -> new Hint(item.itemId(), Optional.ofNullable(item.warehouse()))));
  }

  private String newId() {
    ids++;
    return "id" + ids;
  }

  /** Purchasing reads the rows of an e-mail: "warehouse item ... state". */
  private void read(Notification notification) {
    notification
        .text()
        .lines()
        .dropWhile(line -> !line.startsWith("Warehouse"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.split(" {2,}", -1))
        .forEach(cells -> read(new StockKey(cells[0], cells[1]), cells[cells.length - 1]));
  }

  private void read(StockKey key, String state) {
    Announcements read = of(AlertId.of(key));
    StockState announced = "low".equals(state) ? StockState.LOW : StockState.OUT;
    read.sinceRest++;
    if (announced.isWorseThan(read.worst)) {
      read.worst = announced;
    }
  }

  private Announcements of(AlertId alert) {
    return announcements.computeIfAbsent(alert, id -> new Announcements());
  }

  /** A level changed. */
  void changed(StockStatus status) {
    Announcements read = of(status.alert());
    if (status.state().isWorseThan(read.state)) {
      read.declinesSinceRest++;
    }
    read.state = status.state();
  }

  /** A person snoozes an alert, as the reporting API does. */
  void snooze(AlertId alert, Instant until) {
    if (store.record(alert).state() != StockState.OK) {
      store.snooze(alert, until);
      Announcements read = of(alert);
      read.snoozedUntil = until;
      read.isDue = true;
      // At its end, the stock is announced again.
      read.declinesSinceRest++;
    }
  }

  /** A recovery, or stock that ran out, ends a snooze before its time. */
  void observeSnoozes() {
    announcements.forEach(
        (alert, read) -> {
          boolean isOver = read.snoozedUntil.isBefore(now.get());
          if (!isOver && store.record(alert).snooze().isEmpty()) {
            read.snoozedUntil = Instant.MIN;
            read.isDue = false;
          }
        });
  }

  /** Whether nothing remains to be sent, and no snooze to be ended. */
  boolean isAtRest() {
    return queue.isEmpty() && store.isAllSent() && store.endedSnoozes(now.get()).isEmpty();
  }

  /**
   * Checks an alert while nothing is under way.
   *
   * @param isCalm whether no process has crashed and no call has failed
   */
  void checkAtRest(StockStatus status, boolean isCalm) {
    AlertId alert = status.alert();
    AlertRecord record = store.record(alert);
    Announcements read = of(alert);
    Violation.unless(
        record.state() == status.state(), status, "has an alert that is", record.state());
    Violation.unless(
        record.revision() == store.writes(alert),
        status,
        "has an alert with an overwritten write:",
        record);
    boolean isSnoozed = !read.snoozedUntil.isBefore(now.get());
    Violation.unless(
        isSnoozed || !status.state().isWorseThan(read.worst),
        status,
        "is worse than what was announced:",
        read.worst);
    Violation.unless(
        isSnoozed || !read.isDue || status.state() == StockState.OK || read.sinceRest > 0,
        status,
        "was not announced after its snooze");
    Violation.unless(
        !isCalm || read.sinceRest <= read.declinesSinceRest,
        status,
        "was announced more often than it declined:",
        read.sinceRest,
        "times");
    read.isDue &= isSnoozed;
    read.declinesSinceRest = isSnoozed ? 1 : 0;
    read.sinceRest = 0;
    if (status.state() == StockState.OK) {
      read.worst = StockState.OK;
    }
  }
}
