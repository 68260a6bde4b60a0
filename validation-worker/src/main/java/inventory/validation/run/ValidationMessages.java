package inventory.validation.run;

import inventory.model.message.ArrivedFile;
import java.time.Instant;
import java.util.Optional;

/** The queue of arrived files, consumed in order, one message at a time. */
public interface ValidationMessages {

  /** About how many messages are waiting. */
  int waiting();

  /**
   * Receives the next message. It stays hidden from other consumers until one of its methods ends
   * that, or for a short time. Waits while a message is hidden that a dead process received.
   *
   * @param before later messages are left on the queue
   * @return empty if there is none left
   */
  Optional<Received> receive(Instant before);

  /** A received message. */
  interface Received {

    /** The message's id, the same at each delivery. */
    String id();

    /** The file that arrived; empty if the message cannot be parsed. */
    Optional<ArrivedFile> file();

    /** The message's body. */
    String body();

    /** Deletes the message: its effect is durable. */
    void acknowledge();

    /**
     * Moves the message to the dead-letter queue.
     *
     * @param reason for people
     */
    void deadLetter(String reason);

    /** Moves the message to the end of the queue, for the next run. */
    void requeue();

    /** Makes the message visible again at once. */
    void release();
  }
}
