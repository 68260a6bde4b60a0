package inventory.alert.outbox;

/** Repeats an action while something else takes its time. */
@FunctionalInterface
public interface Heartbeat {

  /**
   * Repeats an action every few seconds, well within {@link OutboxDispatcher#CLAIM_DURATION}.
   *
   * @param action may fail; it is then repeated all the same
   */
  Beat start(Runnable action);

  /** A heartbeat that has started. */
  interface Beat extends AutoCloseable {

    /** Stops it. On return the action is not running. */
    @Override
    void close();
  }
}
