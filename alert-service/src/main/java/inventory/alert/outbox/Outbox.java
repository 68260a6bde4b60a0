package inventory.alert.outbox;

import inventory.alert.notification.Audience;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The notifications that have not been sent, by audience and by the time when they are due. They
 * survive any process.
 */
public interface Outbox {

  /** The largest number of entries in one notification. */
  int MAX_ENTRIES = 100_000;

  /** Since when the oldest entry of any audience is due that is due; may lag by moments. */
  Optional<Instant> oldestDue(Instant now);

  /**
   * The ids of the audiences that have entries which are due; may lag by moments. Reads all of
   * these entries.
   */
  Set<String> dueAudiences(Instant now);

  /** Whether an entry is due, strongly consistent. */
  boolean hasDue(Audience audience, Instant now);

  /**
   * The entries that are due, at most {@value #MAX_ENTRIES}, strongly consistent: the first due
   * first, and those of one alert in the order in which they were written if they are due together.
   */
  List<Entry> due(Audience audience, Instant now);

  /** Puts events about stock into an audience's outbox; one that is there already is replaced. */
  void put(Audience audience, Collection<Entry> entries);

  /** Removes entries of an audience that need not be sent any more. */
  void complete(Audience audience, Collection<Entry> entries);

  /**
   * Claims an audience for one dispatcher, or extends its claim.
   *
   * @param holder identifies the dispatcher
   * @param until when the claim ends by itself, in case the dispatcher dies
   * @return false if another dispatcher has the claim
   */
  boolean claim(Audience audience, String holder, Instant now, Instant until);

  /** Releases a claim if it is still the dispatcher's. */
  void release(Audience audience, String holder);

  /**
   * Opens a batch, or extends the time for which it is open. The entries of an open batch wait, so
   * that one message to each audience reports all of it.
   *
   * @param holder identifies the process that works on the batch
   * @param until when the batch ends by itself, in case the process dies
   */
  void open(String batch, String holder, Instant until);

  /** Ends what {@link #open} began. */
  void close(String batch, String holder);

  /** The batches that are open, strongly consistent. */
  Set<String> openBatches(Instant now);

  /**
   * One event to notify people of.
   *
   * @param id unique
   * @param due when it may be sent at the earliest
   * @param batch what belongs into one message
   * @param cause what happened, for people
   */
  record Entry(String id, Instant due, String batch, String cause, AlertEvent event) {

    /** The same event, due at another time. */
    public Entry dueAt(Instant time) {
      return new Entry(id, time, batch, cause, event);
    }
  }
}
