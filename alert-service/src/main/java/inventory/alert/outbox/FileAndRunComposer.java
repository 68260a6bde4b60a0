package inventory.alert.outbox;

import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.MergedNotification;
import inventory.alert.notification.Notification;
import inventory.alert.notification.RunNotifications;
import inventory.alert.outbox.Outbox.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Composes notifications to operations: about files, and about validation runs. */
public final class FileAndRunComposer implements Composer {

  private final FileNotifications files;
  private final FileReports fileReports;
  private final RunNotifications runs;
  private final RunReports runReports;

  /** Creates a composer. */
  public FileAndRunComposer(
      FileNotifications files,
      FileReports fileReports,
      RunNotifications runs,
      RunReports runReports) {
    this.files = files;
    this.fileReports = fileReports;
    this.runs = runs;
    this.runReports = runReports;
  }

  /** {@inheritDoc} Each file and each run is reported as its record is now. */
  @Override
  public Composed compose(List<Entry> entries, Instant now) {
    List<Notification> parts =
        entries.stream().map(Entry::event).distinct().map(this::compose).toList();
    return new Composed(Optional.of(MergedNotification.of(parts)), entries);
  }

  private Notification compose(AlertEvent event) {
    if (event instanceof FileEvent file) {
      return files.compose(fileReports.find(file.fileId()));
    }
    return runs.compose(runReports.find(((RunEvent) event).runId()));
  }
}
