package inventory.alert.outbox;

import inventory.alert.notification.Notification.FullList;

/** Stores lists that are too long for a notification. */
@FunctionalInterface
public interface ListStore {

  /**
   * Stores a list.
   *
   * @return a link with which anybody can download the list for some days
   */
  String keep(FullList list);
}
