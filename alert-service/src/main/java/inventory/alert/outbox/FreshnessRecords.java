package inventory.alert.outbox;

import inventory.model.freshness.Freshness;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The freshness of each warehouse. */
public interface FreshnessRecords {

  /**
   * The freshness of a warehouse.
   *
   * @param noticedAt when people were notified that it is silent; empty since the next file
   * @param revision how often it was written; 0 if it is not yet stored
   */
  record FreshnessRecord(
      String warehouse, Freshness freshness, Optional<Instant> noticedAt, long revision) {}

  /** When an inventory file was uploaded; empty if the id is of something else. */
  Optional<Instant> uploadedAt(String fileId);

  /** Reads a record, strongly consistent; empty if there is none. */
  Optional<FreshnessRecord> find(String warehouse);

  /**
   * Writes a record, provided that it has not been written since it was read.
   *
   * @return false if another process wrote first
   */
  boolean save(FreshnessRecord record);

  /**
   * The warehouses that may have become silent, the longest first; may lag by moments.
   *
   * @param max at most so many
   */
  List<String> silent(Instant now, int max);

  /**
   * Puts a notification of a warehouse's silence into the outbox, unless the record has been
   * written since it was read.
   */
  void notifyOnce(FreshnessRecord silent, Collection<Delivery> deliveries, Trigger trigger);
}
