package inventory.alert.domain;

import inventory.alert.notification.FileReport;
import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Notifies people of each finished file once (requirement A5). An incomplete file may have changed
 * items that were never announced, and only its original named them: all stock is checked.
 */
public final class FileCheck {

  private final FileReports reports;
  private final Audiences audiences;
  private final RulesCheck stock;
  private final Supplier<Instant> now;

  /**
   * Creates the use case.
   *
   * @param audiences decides who is notified of a file
   * @param stock checks all stock
   * @param now the clock
   */
  public FileCheck(
      FileReports reports, Audiences audiences, RulesCheck stock, Supplier<Instant> now) {
    this.reports = reports;
    this.audiences = audiences;
    this.stock = stock;
    this.now = now;
  }

  /**
   * Notifies those of a file whom it concerns. On return the notification is in the outbox, or was
   * sent earlier.
   *
   * @return whether it concerns anybody
   * @throws RuntimeException if there is no such file, if it is not finished, or if a step fails
   *     that a retry may complete
   */
  public boolean check(String fileId) {
    FileReport file = reports.find(fileId);
    if (!file.status().finished()) {
      throw new IllegalStateException("file " + fileId + " is not finished: " + file.status());
    }
    if (file.status() == FileStatus.INCOMPLETE) {
      stock.restart();
    }
    Trigger trigger = new Trigger("FILE#" + fileId, file.key(), now.get());
    List<Delivery> deliveries = audiences.ofFile(file, trigger.at());
    if (deliveries.isEmpty()) {
      return false;
    }
    reports.notifyOnce(file, deliveries, trigger);
    return true;
  }
}
