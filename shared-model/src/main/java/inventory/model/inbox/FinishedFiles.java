package inventory.model.inbox;

/** Tells those downstream that an upload is finished. */
@FunctionalInterface
public interface FinishedFiles {

  /**
   * Tells it of one upload; returns when that is durable. To tell it again does no harm.
   *
   * @param upload one whose end is on record
   */
  void tell(Upload upload);
}
