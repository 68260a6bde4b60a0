package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Explains an item's levels: lists its movements row by row, newest first, merged over warehouses
 * and over files that overlap in time.
 *
 * <p>In each warehouse, a page reads its own movements and those between its first entry and the
 * latest movement that still has older rows ({@link PagePosition#upTo}). The time that one file
 * spans, usually minutes, bounds the latter; a file that spans a year makes each page within that
 * year read from the year's end. Memory is bounded by one page and one answer of the store. The
 * warehouses are read one after another, each only as far back as the entries found so far.
 *
 * <p>Each entry that exists when the first page is read is on exactly one page. A file that arrives
 * later appears on the pages that are read after it, unless it also has rows later than {@code
 * upTo}.
 */
public final class MovementHistory {

  private final StockReports stock;
  private final MovementLog log;
  private final FileRecords files;

  /** Reads from these. */
  public MovementHistory(StockReports stock, MovementLog log, FileRecords files) {
    this.stock = stock;
    this.log = log;
    this.files = files;
  }

  /**
   * A page of an item's movements.
   *
   * @param itemId the item's id
   * @param warehouse only movements in this warehouse
   * @param limit the number of entries, at least 1
   * @param after only entries after this position; empty for the first page
   * @throws NoSuchRecordException if the item or the warehouse does not exist
   */
  public Page<MovementReport, PagePosition> page(
      String itemId, Optional<String> warehouse, int limit, Optional<PagePosition> after) {
    NewestEntries newest = new NewestEntries(limit);
    for (String each : warehouse.map(List::of).orElseGet(() -> warehousesOf(itemId))) {
      collect(new StockKey(each, itemId), after, limit, newest);
    }
    List<MovementEntry> entries = newest.page();
    if (entries.isEmpty() && warehouse.isPresent()) {
      requireKnown(itemId, warehouse.get());
    }
    Set<String> fileIds =
        entries.stream()
            .flatMap(entry -> entry.fileId().stream())
            .collect(Collectors.toUnmodifiableSet());
    Map<String, String> keys = files.keysOf(fileIds);
    return new Page<>(entries, newest.next())
        .map(entry -> new MovementReport(entry, entry.fileId().map(keys::get)));
  }

  private void collect(
      StockKey key, Optional<PagePosition> after, int limit, NewestEntries newest) {
    MovementLog.Range range =
        new MovementLog.Range(newest.floor(), after.map(PagePosition::upTo), limit + 1);
    for (Movement movement : log.newestFirst(key, range)) {
      if (newest.floor().filter(floor -> movement.position().compareTo(floor) < 0).isPresent()) {
        return;
      }
      movement.entries().filter(entry -> isAfter(after, entry)).forEach(newest::offer);
    }
  }

  private static boolean isAfter(Optional<PagePosition> after, MovementEntry entry) {
    return after.isEmpty() || entry.position().compareTo(after.get().last()) < 0;
  }

  private List<String> warehousesOf(String itemId) {
    List<Level> levels = stock.levelsOf(itemId);
    if (levels.isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    return levels.stream().map(Level::warehouse).toList();
  }

  private void requireKnown(String itemId, String warehouse) {
    if (stock.levelsOf(itemId).isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    if (!stock.knowsWarehouse(warehouse)) {
      throw new NoSuchRecordException("warehouse", warehouse);
    }
  }
}
