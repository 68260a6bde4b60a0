package inventory.alert.domain;

/** Tells purchasing. */
@FunctionalInterface
public interface Notifier {

  /**
   * Sends one notice. On return it is accepted for delivery.
   *
   * @param notice what to tell
   * @throws RuntimeException if it was not accepted; sending it again may repeat it
   */
  void notify(Notice notice);
}
