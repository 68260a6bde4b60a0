package inventory.alert.outbox;

import inventory.alert.notification.AlertEvent;
import inventory.alert.notification.FileEvent;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.Notification;
import inventory.alert.notification.RunEvent;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.StockEvent;
import inventory.alert.notification.StockNotifications;
import java.util.Collection;

/** Composes one notification from the events of a batch: about stock, one file, or one run. */
public final class NotificationComposer {

  private final StockNotifications stock;
  private final FileNotifications files;
  private final FileReports fileReports;
  private final RunNotifications runs;
  private final RunReports runReports;

  /** Creates a composer. */
  public NotificationComposer(
      StockNotifications stock,
      FileNotifications files,
      FileReports fileReports,
      RunNotifications runs,
      RunReports runReports) {
    this.stock = stock;
    this.files = files;
    this.fileReports = fileReports;
    this.runs = runs;
    this.runReports = runReports;
  }

  /**
   * Composes a batch's notification.
   *
   * @param events at least one; all of the same kind
   */
  Notification compose(Collection<AlertEvent> events) {
    AlertEvent first = events.iterator().next();
    if (first instanceof FileEvent file) {
      return files.compose(fileReports.find(file.fileId()));
    }
    if (first instanceof RunEvent run) {
      return runs.compose(runReports.find(run.runId()));
    }
    return stock.compose(events.stream().map(StockEvent.class::cast).toList());
  }
}
