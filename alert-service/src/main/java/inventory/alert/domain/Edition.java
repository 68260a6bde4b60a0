package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.notification.StockLine;
import inventory.alert.outbox.Outbox.Entry;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.order.Outflow;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What differs between the notifications about stock to different audiences. */
public interface Edition {

  /**
   * Whether the latest notification of an alert reports its older ones, too: it is in the outbox of
   * the same people, and will be sent soon.
   *
   * @param latest the latest notification of a decline
   */
  boolean isSupersededBy(AlertRecord.Notice latest, Instant now);

  /** Whether an alert is reported; one that somebody has snoozed never is. */
  default boolean isReported(AlertRecord record) {
    return true;
  }

  /**
   * Which alerts are listed that were reported before and are still open; if it is empty, open
   * alerts are not even read.
   */
  default Optional<Predicate<AlertId>> listedOpen() {
    return Optional.empty();
  }

  /**
   * Composes the notification.
   *
   * @param lines what is reported, at least one
   * @param open the other alerts that {@link #listedOpen} selects
   * @param outflows the units that left the stock of the worst items
   */
  Notification compose(
      Collection<StockLine> lines,
      Collection<StockLine> open,
      Map<AlertId, Outflow> outflows,
      Instant now);

  /**
   * What to put into the outbox when an open alert was reported.
   *
   * @param entry the latest entry about it
   * @param record the alert as it is reported
   */
  default Map<Audience, Entry> followUps(Entry entry, AlertRecord record, Instant now) {
    return Map.of();
  }
}
