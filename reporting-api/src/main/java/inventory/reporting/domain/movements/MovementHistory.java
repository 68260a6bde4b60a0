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
 * Explains an item's levels: its movements row by row, the newest first, merged over files that
 * overlap in time and over warehouses.
 *
 * <p>A page costs, in each warehouse, the movements that lie on it, and those between its first
 * entry and the latest movement that still has older rows ({@link PagePosition#upTo}). The latter
 * are bounded by the time that one file spans, minutes as a rule: a file that spans a year makes
 * each page within that year read the movements from the year's end on. Memory is bounded by one
 * page and one portion of the store in any case. The warehouses are read one after another, each no
 * further back than the page filled so far reaches.
 *
 * <p>What is on record when the first page is made is on exactly one page. A file that arrives
 * while somebody turns the pages is on the later pages, in so far as it is older than they are,
 * unless it also has rows later than {@code upTo}.
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
   * @param itemId the item's identifier
   * @param warehouse only movements in this warehouse
   * @param limit how many entries, at least 1
   * @param after only entries after this position; empty for the first page
   * @throws NoSuchRecordException if there is no such item or warehouse
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
