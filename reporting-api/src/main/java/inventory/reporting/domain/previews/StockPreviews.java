package inventory.reporting.domain.previews;

import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.Thresholds;
import inventory.model.csv.Reject;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.movement.Merge;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.PartitionedFile;
import inventory.model.movement.StockLevel;
import inventory.reporting.domain.previews.PreviewStore.Known;
import inventory.reporting.domain.previews.PreviewStore.Owner;
import inventory.reporting.domain.previews.StockPreview.LevelChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Previews stock files: reads a file as ingest-service does, and computes what the ledger would
 * make of it, without a write.
 *
 * <p>A file of 10,000 items in warehouses costs 30,000 reads of levels, alerts and thresholds, and
 * about 10 MB of memory. With alerts on totals, each item costs a query and a read for each
 * warehouse.
 */
public final class StockPreviews {

  /** The most items in warehouses of a file. */
  static final int MAX_LEVELS = 10_000;

  /** The most items of a file, if alerts are on totals. */
  static final int MAX_TOTALS = 1_000;

  /** The most bad rows in an answer. */
  static final int MAX_REJECTS = 1_000;

  // More than the movements of so many items and 4 MB of rows take.
  private static final long BUDGET = 64L << 20;

  private final PreviewStore store;
  private final Judgement judgement;
  private final boolean alertsOnTotals;

  /**
   * Uses a store.
   *
   * @param thresholds finds thresholds, strongly consistent
   * @param alertsOnTotals whether alerts compare the total of an item with the threshold, not each
   *     warehouse
   */
  public StockPreviews(
      PreviewStore store,
      Function<Collection<AlertId>, Thresholds> thresholds,
      boolean alertsOnTotals) {
    this.store = store;
    this.judgement = new Judgement(store, thresholds);
    this.alertsOnTotals = alertsOnTotals;
  }

  /**
   * What a file would do.
   *
   * @param upload the upload as it would be
   * @throws TooManyPreviewedException if it is about too many items
   */
  public StockPreview preview(Upload upload, Original original) {
    List<Reject> rejects = new ArrayList<>();
    try (PartitionedFile rows = new PartitionedFile(upload, original, BUDGET, rejects::add)) {
      FileKind kind = PartitionedFile.headerOf(upload, original).kind();
      Merge merge = rows.next();
      if (merge.keys().size() > MAX_LEVELS || rows.hasNext()) {
        throw new TooManyPreviewedException(MAX_LEVELS, "items in warehouses");
      }
      Optional<Owner> owner =
          kind == FileKind.TRANSACTIONS && rows.rows() > 0
              ? store.owner(original.sha256())
              : Optional.empty();
      if (owner.isPresent()) {
        return duplicate(owner.get());
      }
      Origin origin = Origin.of(upload, false, original, kind);
      List<Movement> movements = new ArrayList<>();
      merge.movements(origin).forEach(movements::add);
      Effect effect = effect(movements, OriginalRows.of(upload, original));
      return new StockPreview(
          kind,
          rejects.isEmpty() ? FileStatus.APPLIED : FileStatus.PARTIAL,
          reason(rows.rows(), rejects.size()),
          rows.rows(),
          rejects.size(),
          effect.withoutEffect,
          rejects.subList(0, Math.min(MAX_REJECTS, rejects.size())),
          effect.changes(),
          effect.unchanged,
          alerts(effect));
    } catch (UnreadableFileException e) {
      return StockPreview.without(FileKind.UNKNOWN, FileStatus.REJECTED, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading a file", e);
    }
  }

  private static String reason(long rows, int rejected) {
    if (rejected > 0) {
      return rejected + (rejected == 1 ? " row was" : " rows were") + " rejected";
    }
    return rows == 0 ? "the file has a header and no rows" : "";
  }

  private static StockPreview duplicate(Owner owner) {
    return StockPreview.without(
        FileKind.TRANSACTIONS,
        FileStatus.DUPLICATE,
        "the same content was uploaded before, as %s, file %s%s"
            .formatted(
                owner.key(),
                owner.fileId(),
                owner.status().applied() ? "" : ", which this upload completes"));
  }

  /** What movements do to levels. */
  private static final class Effect {
    private final Map<StockKey, StockLevel> after = new TreeMap<>(BY_WAREHOUSE);
    private final List<LevelChange> changes = new ArrayList<>();
    private int unchanged;
    private long withoutEffect;

    private List<LevelChange> changes() {
      changes.sort(Comparator.comparing(LevelChange::key, BY_WAREHOUSE));
      return changes;
    }
  }

  private static final Comparator<StockKey> BY_WAREHOUSE =
      Comparator.comparing(StockKey::warehouse).thenComparing(StockKey::itemId);

  private Effect effect(List<Movement> movements, OriginalRows rows) {
    Map<StockKey, Known> levels = store.levels(movements.stream().map(Movement::key).toList());
    Effect effect = new Effect();
    for (Movement movement : movements) {
      Optional<Known> known = Optional.ofNullable(levels.get(movement.key()));
      Optional<StockLevel> after = after(movement, known, rows);
      Optional<BigInteger> from = known.map(there -> there.level().units());
      Optional<BigInteger> to = after.map(StockLevel::units);
      if (from.isPresent() && from.equals(to)) {
        effect.unchanged++;
      } else {
        effect.changes.add(
            new LevelChange(
                movement.key(),
                after.map(StockLevel::itemName).orElse(movement.itemName()),
                from,
                to,
                movement.rowCount()));
      }
      after.ifPresent(level -> effect.after.put(movement.key(), level));
      effect.withoutEffect += withoutEffect(movement, known, from.equals(to), rows);
    }
    return effect;
  }

  /** The level with the movement; empty if rows that were not stored decide it. */
  private Optional<StockLevel> after(Movement movement, Optional<Known> known, OriginalRows rows) {
    if (known.isEmpty()) {
      return Optional.of(StockLevel.first(movement));
    }
    StockLevel level = known.get().level();
    if (movement.kind() == Movement.Kind.CHANGE) {
      return Optional.of(level.changed(movement, counted -> rows.changeAfter(movement, counted)));
    }
    Optional<BigInteger> since = changesSince(movement, known.get());
    return since.map(changes -> level.counted(movement, counted -> changes));
  }

  /** The sum of all changes later than a count; empty if rows that were not stored decide it. */
  private Optional<BigInteger> changesSince(Movement count, Known known) {
    String time = Position.time(count.lastTime());
    if (known.level().latest().compareTo(time) < 0) {
      return Optional.of(BigInteger.ZERO);
    }
    BigInteger sum = BigInteger.ZERO;
    for (Movement movement : store.later(count.key(), time, known.marks())) {
      if (movement.kind() == Movement.Kind.CHANGE) {
        Optional<BigInteger> change = movement.changeAfter(count.position());
        if (change.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(change.get());
      }
    }
    return Optional.of(sum);
  }

  private static long withoutEffect(
      Movement movement, Optional<Known> known, boolean isUnchanged, OriginalRows rows) {
    if (movement.kind() == Movement.Kind.COUNT) {
      return isUnchanged ? 1 : 0;
    }
    Optional<Instant> counted =
        known.flatMap(there -> there.level().counted()).map(Position::instant);
    long[] without = {0};
    rows.forEach(
        movement,
        row -> {
          boolean isCounted = counted.filter(at -> !row.time().isAfter(at)).isPresent();
          if (row.change() == 0 || isCounted) {
            without[0]++;
          }
        });
    return without[0];
  }

  private List<AlertPreview> alerts(Effect effect) {
    if (!alertsOnTotals) {
      return judgement.ofWarehouses(effect.after);
    }
    Map<String, Map<StockKey, StockLevel>> byItem = new TreeMap<>();
    effect.after.forEach(
        (key, level) ->
            byItem.computeIfAbsent(key.itemId(), item -> new HashMap<>()).put(key, level));
    if (byItem.size() > MAX_TOTALS) {
      throw new TooManyPreviewedException(MAX_TOTALS, "items");
    }
    Map<String, Collection<StockLevel>> totals = new TreeMap<>();
    byItem.forEach(
        (itemId, after) -> {
          store.levelsOf(itemId).forEach((key, known) -> after.putIfAbsent(key, known.level()));
          totals.put(itemId, after.values());
        });
    return judgement.ofTotals(totals);
  }
}
