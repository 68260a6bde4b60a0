package inventory.alert.domain;

import inventory.alert.notice.Notice;

/** Tells people. */
@FunctionalInterface
public interface Notifier {

  /**
   * Sends one notice. On return it is accepted for delivery.
   *
   * @param notice what to tell, and whom
   * @throws RuntimeException if it was not accepted; sending it again may repeat it
   */
  void notify(Notice notice);
}
