package inventory.validation.domain;

import inventory.model.message.ArrivedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The queue of arrived files: in order, one at a time. */
public interface Arrivals {

  /** About how many are waiting. */
  int waiting();

  /**
   * Takes the next one, which stays hidden from others until something is said of it, or this
   * process dies. Waits where one is hidden that a process took which has died.
   *
   * @param before those that arrived later are left
   * @return empty if there is none left
   */
  Optional<Arrival> next(Instant before);

  /** One arrival, taken from the queue. */
  interface Arrival extends AutoCloseable {

    /** The message's id, the same each time that it is taken. */
    String id();

    /** What arrived; empty if the message cannot be read. */
    Optional<ArrivedFile> file();

    /** The message as it came. */
    String body();

    /** How often it was taken by now, 1 or more. */
    int receives();

    /** How long it is hidden now. */
    Duration held();

    /** Deletes it: its effect is durable. */
    void done();

    /**
     * Puts it away, to the dead-letter queue.
     *
     * @param why the reason, for people
     */
    void refuse(String why);

    /** Puts it at the end of the queue, for the next run. */
    void postpone();

    /** Hands it back, to be taken again at once. */
    void giveBack();

    /** Ends the hiding; for a message of which nothing was said. */
    @Override
    void close();
  }
}
