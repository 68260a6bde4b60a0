package inventory.alert.outbox;

import inventory.alert.notification.Notification;

/** Sends notifications to people. */
@FunctionalInterface
public interface Notifier {

  /**
   * Sends one notification. On return it is accepted for delivery.
   *
   * @throws RuntimeException if it was not accepted; a retry may deliver it twice
   */
  void notify(Notification notification);
}
