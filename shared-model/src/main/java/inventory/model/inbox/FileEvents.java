package inventory.model.inbox;

/** Publishes finished uploads. */
@FunctionalInterface
public interface FileEvents {

  /**
   * Publishes a finished upload; returns when that is durable. Publishing it again does no harm.
   *
   * @param upload an upload whose result is recorded
   */
  void publishFinished(Upload upload);
}
