package inventory.alert.domain;

import inventory.alert.notification.FileReport;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import java.time.Instant;
import java.util.function.Supplier;

/** Notifies operations of each finished file once (requirement A5). */
public final class FileCheck {

  private final FileReports reports;
  private final FilePolicy policy;
  private final Supplier<Instant> now;

  /**
   * Creates the use case.
   *
   * @param policy selects the files to notify of
   * @param now the clock
   */
  public FileCheck(FileReports reports, FilePolicy policy, Supplier<Instant> now) {
    this.reports = reports;
    this.policy = policy;
    this.now = now;
  }

  /**
   * Notifies operations of a file if the policy selects it. On return the notification is in the
   * outbox, or was sent earlier.
   *
   * @return whether the policy selects the file
   * @throws RuntimeException if there is no such file, if it is not finished, or if a step fails
   *     that a retry may complete
   */
  public boolean check(String fileId) {
    FileReport file = reports.find(fileId);
    if (!file.status().finished()) {
      throw new IllegalStateException("file " + fileId + " is not finished: " + file.status());
    }
    if (!policy.selects(file)) {
      return false;
    }
    Trigger trigger = new Trigger("FILE#" + fileId, file.key(), now.get());
    reports.notifyOnce(file, trigger);
    return true;
  }
}
