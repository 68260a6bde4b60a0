package inventory.alert.domain;

import inventory.alert.notice.FileReport;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells operations of finished files, of each once (requirement A5). */
public final class FileCheck {

  private final FileReports reports;
  private final FilePolicy policy;
  private final Delivery delivery;
  private final Supplier<Instant> now;

  /**
   * Wires the use case.
   *
   * @param policy of which files to tell
   * @param now tells the time
   */
  public FileCheck(
      FileReports reports, FilePolicy policy, Delivery delivery, Supplier<Instant> now) {
    this.reports = reports;
    this.policy = policy;
    this.delivery = delivery;
    this.now = now;
  }

  /**
   * Tells of a file if it is to be told of and was not. When it returns, the notice was sent, or
   * another process sends it.
   *
   * @return whether it is to be told of
   * @throws RuntimeException if there is no such file, if it is not finished, or if something fails
   *     that may work when it is tried again
   */
  public boolean check(String fileId) {
    FileReport file = reports.find(fileId);
    if (!file.status().finished()) {
      throw new IllegalStateException("file " + fileId + " is not finished: " + file.status());
    }
    if (!policy.wants(file)) {
      return false;
    }
    Occasion occasion = new Occasion("FILE#" + fileId, file.key(), now.get());
    reports.tellOnce(fileId, occasion);
    delivery.begin(occasion.batch()).deliver();
    return true;
  }
}
