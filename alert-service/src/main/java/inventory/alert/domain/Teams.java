package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.notification.FileReport;
import inventory.alert.notification.RunReport;
import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import inventory.model.StockState;
import java.time.Instant;
import java.util.List;

/**
 * The audiences that the service's settings name: purchasing is notified of stock, operations of
 * files and validation runs.
 *
 * @param notifiesRecovery whether purchasing is notified of recoveries too
 * @param files the files that operations is notified of
 */
public record Teams(boolean notifiesRecovery, FilePolicy files) implements Audiences {

  @Override
  public List<Delivery> ofStock(StockEvent event, AlertRecord before, Instant now, Instant due) {
    boolean isNotified =
        event.state() != StockState.OK || (notifiesRecovery && before.snooze().isEmpty());
    return isNotified ? List.of(new Delivery(Audience.PURCHASING, due)) : List.of();
  }

  @Override
  public List<Delivery> ofFile(FileReport file, Instant now) {
    return files.selects(file) ? List.of(new Delivery(Audience.OPERATIONS, now)) : List.of();
  }

  @Override
  public List<Delivery> ofRun(RunReport run, Instant now) {
    return List.of(new Delivery(Audience.OPERATIONS, now));
  }
}
