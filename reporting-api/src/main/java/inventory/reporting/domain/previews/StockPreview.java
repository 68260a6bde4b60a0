package inventory.reporting.domain.previews;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.csv.Reject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a stock file would do.
 *
 * @param kind its kind, by its header
 * @param status the status that it would have
 * @param reason why, for people; may be empty
 * @param rowsApplied good rows
 * @param rowsRejected bad rows
 * @param rowsWithoutEffect good rows that change no level: changes of 0, changes that a later count
 *     includes, and counts that state what is known
 * @param rejects the first bad rows
 * @param levels the levels that change, in the order of warehouse and item
 * @param unchanged how many levels it states something about without changing them
 * @param alerts what people would be notified of, in the order of item and warehouse
 */
public record StockPreview(
    FileKind kind,
    FileStatus status,
    String reason,
    long rowsApplied,
    long rowsRejected,
    long rowsWithoutEffect,
    List<Reject> rejects,
    List<LevelChange> levels,
    int unchanged,
    List<AlertPreview> alerts) {

  /** Copies the lists. */
  public StockPreview {
    rejects = List.copyOf(rejects);
    levels = List.copyOf(levels);
    alerts = List.copyOf(alerts);
  }

  /** A file of which nothing would take effect. */
  static StockPreview without(FileKind kind, FileStatus status, String reason) {
    return new StockPreview(kind, status, reason, 0, 0, 0, List.of(), List.of(), 0, List.of());
  }

  /**
   * A level that changes.
   *
   * @param itemName what the item would be called
   * @param from units now; empty if there is no level
   * @param to units afterwards; empty if rows that were not stored one by one decide it
   * @param rows how many rows of the file are about it
   */
  public record LevelChange(
      StockKey key,
      String itemName,
      Optional<BigInteger> from,
      Optional<BigInteger> to,
      int rows) {}
}
