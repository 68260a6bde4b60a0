package inventory.alert.outbox;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Outbox.Entry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes one notification from all that is due for an audience. */
@FunctionalInterface
public interface Composer {

  /**
   * Composes a notification from the facts of now.
   *
   * @param entries at least one
   */
  Composed compose(List<Entry> entries, Instant now);

  /**
   * A notification and the entries that it covers.
   *
   * @param notification empty if none of the entries need be reported any more
   * @param covered what is complete when the notification was sent; the other entries wait
   * @param followUps what to put into the outbox when the notification was sent
   */
  record Composed(
      Optional<Notification> notification,
      Collection<Entry> covered,
      Map<Audience, List<Entry>> followUps) {

    /** A notification that nothing follows. */
    public Composed(Optional<Notification> notification, Collection<Entry> covered) {
      this(notification, covered, Map.of());
    }
  }
}
