package inventory.simulator;

import inventory.alert.domain.StockStatus;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.inbox.FileState;
import inventory.validation.run.InMemoryRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people have read in e-mails, and what they must have read. */
final class Mailbox implements Notifier {

  private static final Pattern FILE = Pattern.compile("File (\\w+): (.*)");

  private final Stores stores;
  private final Supplier<Instant> now;
  private final Map<AlertId, Announcements> announcements = new HashMap<>();
  // The statuses that operations read, by file.
  private final Map<String, List<String>> files = new HashMap<>();
  // The states that operations read, by run.
  private final Map<String, List<String>> runs = new HashMap<>();
  // Of notifications that were not there in full.
  private final List<String> subjects = new ArrayList<>();

  /** What purchasing has read about an alert. */
  private static final class Announcements {
    /** The worst state that it read since the stock was last seen at rest with enough. */
    private StockState worst = StockState.OK;

    /** The state that it read last since then. */
    private StockState last = StockState.OK;

    /** What it is at present, whether or not anybody has noticed. */
    private StockState state = StockState.OK;

    private int sinceRest;
    private int declinesSinceRest;
    private Instant snoozedUntil = Instant.MIN;
    private boolean isDue;
  }

  Mailbox(Stores stores, Supplier<Instant> now) {
    this.stores = stores;
    this.now = now;
  }

  @Override
  public void notify(Notification notification) {
    if (notification.audience().equals(Audience.OPERATIONS)) {
      readFiles(notification);
      return;
    }
    // The rows of a table: "warehouse item ... state order".
    notification
        .text()
        .lines()
        .dropWhile(line -> !line.startsWith("Warehouse"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.split(" {2,}", -1))
        .forEach(cells -> read(new StockKey(cells[0], cells[1]), List.of(cells)));
  }

  /** Each file has a line with its status, and one with its id; rejected events have no status. */
  private void readFiles(Notification notification) {
    String status = "";
    String state = "";
    for (String line : notification.text().lines().toList()) {
      if (line.startsWith("Status")) {
        status = value(line);
      } else if (line.startsWith("Record")) {
        files.computeIfAbsent(value(line), id -> new ArrayList<>()).add(status);
        status = "";
      } else if (line.startsWith("State")) {
        state = value(line);
      } else if (line.startsWith("Run ")) {
        runs.computeIfAbsent(value(line), id -> new ArrayList<>()).add(state);
      }
    }
    String[] parts = notification.text().split("-{72}\n", -1);
    List<String> rest = parts[parts.length - 1].lines().toList();
    if (parts.length > 1 && !rest.contains("")) {
      rest.forEach(this::readSubject);
    }
  }

  /** Behind the first ten, an e-mail about many files has only their subjects. */
  private void readSubject(String subject) {
    subjects.add(subject);
    Matcher file = FILE.matcher(subject);
    if (file.matches()) {
      stores.files.all().stream()
          .filter(one -> one.upload().key().equals(file.group(2)))
          .filter(one -> one.status().name().equals(file.group(1)))
          .map(FileState::fileId)
          .filter(id -> !files.getOrDefault(id, List.of()).contains(file.group(1)))
          .findFirst()
          .ifPresent(id -> files.computeIfAbsent(id, any -> new ArrayList<>()).add(file.group(1)));
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(' ')).strip();
  }

  private void read(StockKey key, List<String> cells) {
    Announcements read = of(AlertId.of(key));
    StockState announced = cells.contains("low") ? StockState.LOW : StockState.OUT;
    read.sinceRest++;
    read.last = announced;
    if (announced.isWorseThan(read.worst)) {
      read.worst = announced;
    }
  }

  private Announcements of(AlertId alert) {
    return announcements.computeIfAbsent(alert, id -> new Announcements());
  }

  /** A step is over: a level or a threshold may have changed. */
  void observe() {
    Facts.KEYS.stream().flatMap(stores::status).forEach(this::observe);
  }

  /** A recovery that was noticed, or a notification, ends a snooze before its time. */
  void observeSnoozes() {
    announcements.forEach(
        (alert, read) -> {
          boolean isOver = read.snoozedUntil.isBefore(now.get());
          if (!isOver && stores.alerts.record(alert).snooze().isEmpty()) {
            read.snoozedUntil = Instant.MIN;
            read.isDue = false;
          }
        });
  }

  private void observe(StockStatus status) {
    Announcements read = of(status.alert());
    if (status.state().isWorseThan(read.state)) {
      read.declinesSinceRest++;
    }
    read.state = status.state();
  }

  /** A person snoozes an alert, as the reporting API does. */
  void snooze(AlertId alert, Instant until) {
    if (stores.alerts.record(alert).state() != StockState.OK) {
      stores.alerts.snooze(alert, until);
      Announcements read = of(alert);
      read.snoozedUntil = until;
      read.isDue = true;
      // At its end, the stock is announced again.
      read.declinesSinceRest++;
    }
  }

  /** Whether nothing remains to be sent, and no snooze to be ended. */
  boolean isAtRest() {
    return stores.alerts.isAllSent() && stores.alerts.endedSnoozes(now.get()).isEmpty();
  }

  /**
   * Checks all e-mails while nothing is under way.
   *
   * @param isCalm whether no process has crashed and no call has failed
   * @param isUnannounced stock that is left out
   */
  void checkAtRest(boolean isCalm, Predicate<StockKey> isUnannounced) {
    Facts.KEYS.stream()
        .filter(isUnannounced.negate())
        .flatMap(stores::status)
        .forEach(status -> check(status, isCalm));
    stores.files.all().forEach(file -> check(file, isCalm));
  }

  /**
   * Checks that operations have read of each end of a validation.
   *
   * @param isCalm whether no process has crashed and no call has failed
   */
  void checkRuns(Map<String, InMemoryRuns.Written> ended, boolean isCalm) {
    ended.forEach(
        (id, run) -> {
          List<String> read = runs.getOrDefault(id, List.of());
          Violation.unless(
              (read.contains(run.state().name())
                      || hasSubject("Validation " + day(run.startedAt())))
                  && (!isCalm || read.size() <= 1),
              "run",
              id,
              "is",
              run.state(),
              "and was announced as",
              read);
        });
  }

  private boolean hasSubject(String beginning) {
    return subjects.stream().anyMatch(subject -> subject.startsWith(beginning));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private void check(StockStatus status, boolean isCalm) {
    AlertId alert = status.alert();
    AlertRecord record = stores.alerts.record(alert);
    Announcements read = of(alert);
    Violation.unless(
        record.state() == status.state(), status, "has an alert that is", record.state());
    Violation.unless(
        record.revision() == stores.alerts.writes(alert),
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
        isSnoozed || !isCalm || !status.state().isWorseThan(read.last),
        status,
        "is worse than what was announced last:",
        read.last);
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
      read.last = StockState.OK;
    }
  }

  private void check(FileState file, boolean isCalm) {
    List<String> read = files.getOrDefault(file.fileId(), List.of());
    // An e-mail about rejected events has no status.
    String status = file.upload().version().isEmpty() ? "" : file.status().name();
    Violation.unless(
        file.status() == FileStatus.APPLIED
            || read.contains(status)
            || (status.isEmpty() && hasSubject("Events rejected")),
        file,
        "was not announced, only",
        read);
    Violation.unless(
        !isCalm || read.size() <= file.generation(),
        file,
        "was announced more often than it ended:",
        read);
  }
}
