package inventory.alert.outbox;

import inventory.alert.notification.FileReport;
import inventory.alert.notification.RunReport;
import inventory.model.AlertRecord;
import java.time.Instant;
import java.util.List;

/**
 * Decides whom an event concerns. The event is put into the outbox once for each of these
 * audiences, in one transaction with the change that causes it, which can write at most 98.
 */
public interface Audiences {

  /**
   * Who is notified of a decline or a recovery of stock.
   *
   * @param before the alert before it
   * @param now the current time
   * @param due when people may be notified of it at the earliest, because they were notified of
   *     this alert a short time ago; not before now
   */
  List<Delivery> ofStock(StockEvent event, AlertRecord before, Instant now, Instant due);

  /** Who is notified of a finished file. */
  List<Delivery> ofFile(FileReport file, Instant now);

  /** Who is notified of a validation run that has ended. */
  List<Delivery> ofRun(RunReport run, Instant now);
}
