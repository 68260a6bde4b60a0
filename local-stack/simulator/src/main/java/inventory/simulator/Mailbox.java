package inventory.simulator;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.model.FileStatus;
import inventory.model.inbox.FileState;
import inventory.model.webhook.WebhookEndpoint;
import inventory.validation.run.InMemoryRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What people have read in e-mails, and what they must have read. */
final class Mailbox implements Notifier {

  private final Stores stores;
  private final StockMail stock;
  private final Supplier<Instant> now;
  // The statuses that operations read, by file.
  private final Map<String, List<String>> files = new HashMap<>();
  // The states that operations read, by run.
  private final Map<String, List<String>> runs = new HashMap<>();
  private final Set<String> endpoints = new HashSet<>();
  // Of notifications that were not there in full.
  private final List<String> subjects = new ArrayList<>();

  Mailbox(Stores stores, StockMail stock, Supplier<Instant> now) {
    this.stores = stores;
    this.stock = stock;
    this.now = now;
  }

  @Override
  public void notify(Notification notification) {
    if (notification.audience().equals(Audience.OPERATIONS)) {
      readFiles(notification);
    } else {
      stock.read(notification);
    }
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
      } else if (line.startsWith("Endpoint ")) {
        endpoints.add(value(line));
      } else if (line.startsWith("State")) {
        state = value(line);
      } else if (line.startsWith("Run ")) {
        runs.computeIfAbsent(value(line), id -> new ArrayList<>()).add(state);
      }
    }
    String[] parts = notification.text().split("-{72}\n", -1);
    List<String> rest = parts[parts.length - 1].lines().toList();
    if (parts.length > 1 && !rest.contains("")) {
      subjects.addAll(rest);
    }
  }

  /** The webhook endpoints that operations has read of. */
  Set<String> endpoints() {
    Set<String> read = new HashSet<>(endpoints);
    stores.webhooks.list().stream()
        .map(WebhookEndpoint::id)
        .filter(id -> subjects.stream().anyMatch(one -> one.endsWith(": " + id + ".example.com")))
        .forEach(read::add);
    return read;
  }

  private static String value(String line) {
    return line.substring(line.indexOf(' ')).strip();
  }

  /** Whether no notification is due, and no snooze has to be ended. */
  boolean isAtRest() {
    return stores.alerts.oldestDue(now.get()).isEmpty()
        && stores.alerts.endedSnoozes(now.get()).isEmpty();
  }

  /**
   * Checks that operations have read of each file that was not applied in full.
   *
   * @param isCalm whether no process has crashed and no call has failed
   */
  void checkFiles(boolean isCalm) {
    Map<String, List<FileState>> bySubject =
        stores.files.all().stream().collect(Collectors.groupingBy(Mailbox::subject));
    bySubject.forEach((subject, same) -> check(subject, same, isCalm));
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

  private static String subject(FileState file) {
    return isOfEvents(file)
        ? "Events rejected"
        : "File %s: %s".formatted(file.status(), file.upload().key());
  }

  private static boolean isOfEvents(FileState file) {
    return file.upload().version().isEmpty();
  }

  /**
   * Checks files of one subject. Behind the first ten, an e-mail has only subjects, which do not
   * say which version of a key they are about.
   */
  private void check(String subject, List<FileState> same, boolean isCalm) {
    long subjectsRead = subjects.stream().filter(one -> one.startsWith(subject)).count();
    long records = 0;
    List<FileState> unread = new ArrayList<>();
    for (FileState file : same) {
      List<String> read = files.getOrDefault(file.fileId(), List.of());
      records += read.size();
      // An e-mail about rejected events has no status.
      boolean isRead =
          file.status() == FileStatus.APPLIED
              || read.contains(isOfEvents(file) ? "" : file.status().name())
              || (isOfEvents(file) && subjectsRead > 0);
      if (!isRead) {
        unread.add(file);
      }
    }
    Violation.unless(
        unread.size() <= subjectsRead, unread, "were not announced, only", subjectsRead, subject);
    Violation.unless(
        !isCalm || records + subjectsRead <= same.stream().mapToLong(FileState::generation).sum(),
        same,
        "were announced more often than they ended:",
        records + subjectsRead);
  }
}
