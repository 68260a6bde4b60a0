package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.items.StockReports;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * <p>Each entry that exists when the first page is read is on exactly one page. What is recorded
 * later is on none of them, so that the balances of all pages follow from each other. Times of
 * recording come from the clocks of several processes; they matter only if a movement was recorded
 * between two pages.
 *
 * <p>A balance follows from the current level, from a count, or from the level before the page. The
 * first page takes one more read for each of its warehouses, to see that the level did not change
 * meanwhile; so does a further page. The level before a page costs at most {@value
 * ReadBudget#MAX_READ} movements.
 */
public final class MovementHistory {

  private final StockReports stock;
  private final MovementLog log;
  private final FileRecords files;
  private final InstantSource clock;

  /** Reads from these. */
  public MovementHistory(
      StockReports stock, MovementLog log, FileRecords files, InstantSource clock) {
    this.stock = stock;
    this.log = log;
    this.files = files;
    this.clock = clock;
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
    Map<StockKey, LevelState> levels =
        warehouse
            .map(name -> log.levels(Set.of(new StockKey(name, itemId))))
            .orElseGet(() -> log.levels(itemId));
    Instant readAt = after.map(PagePosition::readAt).orElseGet(clock::instant);
    Predicate<MovementItem> isKnown = item -> isKnown(item, levels, after);
    NewestEntries newest = new NewestEntries(limit);
    for (StockKey key : keys(itemId, warehouse, levels)) {
      MovementLog.Range range =
          new MovementLog.Range(newest.floor(), after.map(PagePosition::upTo), limit + 1);
      collect(log.newestFirst(key, range, marks(levels, key)), isKnown, after, newest);
    }
    List<MovementEntry> entries = newest.pageAndNext();
    if (entries.isEmpty() && warehouse.isPresent()) {
      requireKnown(itemId, warehouse.get());
    }
    Optional<PagePosition> next = newest.next(readAt);
    Map<StockKey, PairBalances> pairs = balances(itemId, entries, levels, after, next, isKnown);
    Map<MovementEntry.EntryPosition, BigInteger> balances =
        pairs.values().stream()
            .map(PairBalances::known)
            .flatMap(known -> known.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<MovementEntry> page = entries.subList(0, Math.min(limit, entries.size()));
    Map<String, String> fileKeys = files.keysOf(fileIds(page));
    return new Page<>(page, next.map(position -> withKnownLevels(position, pairs, levels, after)))
        .map(
            entry ->
                new MovementReport(
                    entry,
                    entry.fileId().map(fileKeys::get),
                    Optional.ofNullable(balances.get(entry.position()))));
  }

  private static Set<String> fileIds(List<MovementEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.fileId().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Collection<StockKey> keys(
      String itemId, Optional<String> warehouse, Map<StockKey, LevelState> levels) {
    if (warehouse.isPresent()) {
      return Set.of(new StockKey(warehouse.get(), itemId));
    }
    if (levels.isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    return levels.keySet();
  }

  private static List<MovementItem> marks(Map<StockKey, LevelState> levels, StockKey key) {
    return Optional.ofNullable(levels.get(key)).map(LevelState::marks).orElse(List.of());
  }

  private static void collect(
      Iterable<MovementItem> newestFirst,
      Predicate<MovementItem> isKnown,
      Optional<PagePosition> after,
      NewestEntries newest) {
    for (MovementItem item : newestFirst) {
      String position = item.movement().position();
      if (newest.floor().filter(floor -> position.compareTo(floor) < 0).isPresent()) {
        return;
      }
      if (isKnown.test(item)) {
        MovementEntry.allOf(item).filter(entry -> isAfter(after, entry)).forEach(newest::offer);
      }
    }
  }

  /**
   * Whether it was recorded when the first page was read. No clock matters if nothing was since.
   */
  private static boolean isKnown(
      MovementItem item, Map<StockKey, LevelState> levels, Optional<PagePosition> after) {
    if (after.isEmpty()) {
      return true;
    }
    StockKey key = item.movement().key();
    Optional<LevelState> level = Optional.ofNullable(levels.get(key));
    Optional<PagePosition.KnownLevel> known =
        Optional.ofNullable(after.get().known().get(key.warehouse()));
    return known.filter(before -> isUnchanged(before, level)).isPresent()
        || item.movement().recordedAt().map(at -> !at.isAfter(after.get().readAt())).orElse(true);
  }

  private static boolean isAfter(Optional<PagePosition> after, MovementEntry entry) {
    return after.isEmpty() || entry.position().compareTo(after.get().last()) < 0;
  }

  /**
   * The levels after the entries of each warehouse, as far as they are known.
   *
   * @param entries newest first; the last of them is the first one of the next page, if there is
   *     one
   */
  private Map<StockKey, PairBalances> balances(
      String itemId,
      List<MovementEntry> entries,
      Map<StockKey, LevelState> levels,
      Optional<PagePosition> after,
      Optional<PagePosition> next,
      Predicate<MovementItem> isKnown) {
    Optional<MovementEntry> ofNext = next.map(position -> entries.get(entries.size() - 1));
    Map<StockKey, PairBalances> pairs =
        entries.stream()
            .sorted(Comparator.comparing(MovementEntry::position))
            .collect(
                Collectors.groupingBy(
                    entry -> new StockKey(entry.position().warehouse(), itemId),
                    Collectors.collectingAndThen(
                        Collectors.toList(), ofPair -> pairBalances(ofPair, ofNext))));
    newestLevels(open(pairs), levels, after)
        .forEach((key, units) -> pairs.get(key).backward(units));
    EarlierLevels earlier = new EarlierLevels(log, new ReadBudget());
    for (StockKey key : open(pairs)) {
      PairBalances pair = pairs.get(key);
      next.flatMap(
              position ->
                  earlier.before(
                      key, pair.oldest().position(), position.upTo(), marks(levels, key), isKnown))
          .ifPresent(pair::forward);
    }
    return pairs;
  }

  private static PairBalances pairBalances(
      List<MovementEntry> ofPair, Optional<MovementEntry> ofNext) {
    boolean hasNext = ofNext.filter(ofPair.get(0)::equals).isPresent();
    return new PairBalances(ofPair, ofNext.map(MovementEntry::time), hasNext ? 1 : 0);
  }

  private static Set<StockKey> open(Map<StockKey, PairBalances> pairs) {
    return pairs.entrySet().stream()
        .filter(pair -> !pair.getValue().areKnown())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * The level after the newest entry of each warehouse, if it follows from the current level: the
   * movements must have been read at the same revision.
   */
  private Map<StockKey, BigInteger> newestLevels(
      Set<StockKey> keys, Map<StockKey, LevelState> levels, Optional<PagePosition> after) {
    Map<StockKey, PagePosition.KnownLevel> newest = new HashMap<>();
    for (StockKey key : keys) {
      Optional.ofNullable(levels.get(key))
          .flatMap(level -> newestLevel(key, level, after))
          .ifPresent(known -> newest.put(key, known));
    }
    if (newest.isEmpty()) {
      return Map.of();
    }
    Map<StockKey, LevelState> now = log.levels(newest.keySet());
    newest
        .entrySet()
        .removeIf(
            known -> !isUnchanged(known.getValue(), Optional.ofNullable(now.get(known.getKey()))));
    return newest.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, known -> known.getValue().units()));
  }

  private static Optional<PagePosition.KnownLevel> newestLevel(
      StockKey key, LevelState level, Optional<PagePosition> after) {
    return after.isPresent()
        ? Optional.ofNullable(after.get().known().get(key.warehouse()))
        : Optional.of(new PagePosition.KnownLevel(level.units(), level.revision()));
  }

  private static boolean isUnchanged(PagePosition.KnownLevel known, Optional<LevelState> now) {
    return now.isPresent() && now.get().revision().equals(known.revision());
  }

  private static PagePosition withKnownLevels(
      PagePosition next,
      Map<StockKey, PairBalances> pairs,
      Map<StockKey, LevelState> levels,
      Optional<PagePosition> after) {
    Map<String, PagePosition.KnownLevel> known = new HashMap<>();
    pairs.forEach(
        (key, pair) -> {
          Optional<BigInteger> units = pair.before();
          Optional<BigInteger> revision =
              Optional.ofNullable(levels.get(key))
                  .flatMap(level -> newestLevel(key, level, after))
                  .map(PagePosition.KnownLevel::revision);
          if (units.isPresent() && revision.isPresent() && known.size() < PagePosition.MAX_KNOWN) {
            known.put(key.warehouse(), new PagePosition.KnownLevel(units.get(), revision.get()));
          }
        });
    return new PagePosition(next.last(), next.upTo(), next.readAt(), known);
  }

  private void requireKnown(String itemId, String warehouse) {
    if (log.levels(itemId).isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    if (!stock.knowsWarehouse(warehouse)) {
      throw new NoSuchRecordException("warehouse", warehouse);
    }
  }
}
