package inventory.alert.domain;

import inventory.alert.notice.News;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The notices that are still to be sent, by batch. What is in it outlives any process. */
public interface Outbox {

  /** How much of a batch goes into one notice. */
  int MAX_ENTRIES = 100_000;

  /** Whether a batch has anything that is unsent, strongly consistent. */
  boolean hasUnsent(String batch);

  /**
   * The first unsent entries of a batch, strongly consistent, at most {@value #MAX_ENTRIES}; those
   * of one alert in the order in which they arose.
   */
  List<Entry> unsent(String batch);

  /** Takes entries off the outbox, as they were sent. */
  void sent(String batch, Collection<Entry> entries);

  /**
   * Reserves a batch for one sender, or keeps it reserved.
   *
   * @param holder who sends
   * @param until when the reservation ends by itself, if the sender dies
   * @return false if another sender holds it
   */
  boolean reserve(String batch, String holder, Instant now, Instant until);

  /** Gives a reservation back, if it is still the sender's. */
  void release(String batch, String holder);

  /** The batches that have had something unsent since before a moment. May lag by seconds. */
  Set<String> batchesUnsentSince(Instant moment);

  /**
   * One thing to tell.
   *
   * @param id tells it from others of its batch
   * @param news what to tell
   */
  record Entry(String id, News news) {}
}
