package inventory.alert.outbox;

import inventory.alert.notification.AlertEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Events that people have not been notified of yet, by batch. Entries survive any process. */
public interface Outbox {

  /** The largest number of entries in one notification. */
  int MAX_ENTRIES = 100_000;

  /** Whether a batch has unsent entries, strongly consistent. */
  boolean hasUnsent(String batch);

  /**
   * The first unsent entries of a batch, at most {@value #MAX_ENTRIES}, strongly consistent.
   * Entries of one alert keep the order in which they were written.
   */
  List<Entry> unsent(String batch);

  /** Removes entries that were sent. */
  void markSent(String batch, Collection<Entry> entries);

  /**
   * Claims a batch for one sender, or extends the sender's claim.
   *
   * @param holder identifies the sender
   * @param until when the claim ends by itself, in case the sender dies
   * @return false if another sender has claimed it
   */
  boolean claim(String batch, String holder, Instant now, Instant until);

  /** Releases a claim if it is still the sender's. */
  void release(String batch, String holder);

  /** The batches that have had unsent entries since before a moment; may lag by seconds. */
  Set<String> batchesUnsentSince(Instant moment);

  /**
   * One event to notify people of.
   *
   * @param id unique within the batch
   */
  record Entry(String id, AlertEvent event) {}
}
