package inventory.alert.audience;

import inventory.alert.domain.Edition;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.notification.StockLine;
import inventory.alert.notification.StockNotifications;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.order.Outflow;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * What purchasing reads: each decline, as soon as it is due.
 *
 * @param audience who reads it
 * @param notifications the texts
 */
public record PurchasingEdition(Audience audience, StockNotifications notifications)
    implements Edition {

  @Override
  public boolean isSupersededBy(AlertRecord.Notice latest, Instant now) {
    return !latest.due().isAfter(now);
  }

  @Override
  public Notification compose(
      Collection<StockLine> lines,
      Collection<StockLine> open,
      Map<AlertId, Outflow> outflows,
      Instant now) {
    return notifications.notice(audience, lines, outflows, now);
  }
}
