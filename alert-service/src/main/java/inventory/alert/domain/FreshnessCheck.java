package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.FreshnessRecords.FreshnessRecord;
import inventory.alert.outbox.Trigger;
import inventory.model.Backoff;
import inventory.model.freshness.Freshness;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Learns from the files how often each warehouse reports, and notifies operations once when one is
 * silent for five times as long, until it reports again.
 *
 * <p>A file costs one read, and one read and one write for each of its warehouses, at most {@value
 * #MAX_WAREHOUSES}. A check costs one query; a warehouse that has become silent costs one read and
 * one transaction.
 */
public final class FreshnessCheck {

  /** A file with more warehouses is recorded for so many of them. */
  static final int MAX_WAREHOUSES = 10_000;

  /** So many warehouses may become silent between two checks; the next check finds the others. */
  static final int MAX_AT_ONCE = 100;

  private final FreshnessRecords records;
  private final Backoff backoff;
  private final Supplier<Instant> now;

  /**
   * Creates the use case.
   *
   * @param backoff how often and how long to retry a write that collides with another one
   * @param now the clock
   */
  public FreshnessCheck(FreshnessRecords records, Backoff backoff, Supplier<Instant> now) {
    this.records = records;
    this.backoff = backoff;
    this.now = now;
  }

  /** The warehouses that a stream of hints names; complete when the stream is consumed. */
  public static final class Reported {

    private final Set<String> warehouses = new HashSet<>();

    /** The same stream. */
    public Stream<Hint> of(Stream<Hint> hints) {
      return hints.peek(hint -> hint.warehouse().ifPresent(this::add));
    }

    private void add(String warehouse) {
      if (warehouses.size() < MAX_WAREHOUSES) {
        warehouses.add(warehouse);
      }
    }
  }

  /**
   * Records that a file reported about warehouses. Idempotent, in any order of files.
   *
   * @param fileId nothing is recorded if it is not the id of an inventory file
   * @throws RuntimeException if a step fails that a retry may complete
   */
  public void record(String fileId, Reported reported) {
    if (reported.warehouses.isEmpty()) {
      return;
    }
    records
        .uploadedAt(fileId)
        .ifPresent(at -> reported.warehouses.forEach(warehouse -> record(warehouse, at)));
  }

  private void record(String warehouse, Instant uploadedAt) {
    for (int failures = 1; !tryToRecord(warehouse, uploadedAt); failures++) {
      backoff.await(failures, "recording a file of a warehouse that other processes record too");
    }
  }

  private boolean tryToRecord(String warehouse, Instant uploadedAt) {
    Optional<FreshnessRecord> before = records.find(warehouse);
    if (before.isEmpty()) {
      return records.save(
          new FreshnessRecord(warehouse, Freshness.first(uploadedAt), Optional.empty(), 0));
    }
    FreshnessRecord known = before.get();
    Freshness after = known.freshness().after(uploadedAt);
    if (after.equals(known.freshness())) {
      return true;
    }
    boolean isNewer = after.lastFileAt().isAfter(known.freshness().lastFileAt());
    return records.save(
        new FreshnessRecord(
            warehouse, after, isNewer ? Optional.empty() : known.noticedAt(), known.revision()));
  }

  /**
   * Notifies operations of the warehouses that have become silent.
   *
   * @return how many
   */
  public int check() {
    Instant at = now.get();
    Collection<Delivery> operations = List.of(new Delivery(Audience.OPERATIONS, at));
    int silent = 0;
    for (String warehouse : records.silent(at, MAX_AT_ONCE)) {
      Optional<FreshnessRecord> record =
          records
              .find(warehouse)
              .filter(found -> found.noticedAt().isEmpty())
              .filter(found -> found.freshness().state(at) == Freshness.State.SILENT);
      if (record.isPresent()) {
        String batch = "SILENCE#" + warehouse;
        records.notifyOnce(
            record.get(), operations, new Trigger(batch, "no file from " + warehouse, at));
        silent++;
      }
    }
    return silent;
  }
}
