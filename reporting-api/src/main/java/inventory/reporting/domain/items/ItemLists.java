package inventory.reporting.domain.items;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.reporting.domain.CachedValue;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lists the items of a warehouse. In the order of their ids, a key of the table serves each page.
 *
 * <p>No key serves a prefix, a state or another order. For these, all levels of the warehouse are
 * read into a snapshot, which serves all pages: no item is skipped or listed twice, whatever
 * changes meanwhile. If the snapshot is gone, as in another instance, the list continues after the
 * same position in a new one.
 */
public final class ItemLists {

  /** The number of levels in all snapshots together, about 90 MB. */
  static final int MAX_LEVELS = 200_000;

  /** The number of items that a page with a state compares with their thresholds. */
  static final int MAX_COMPARED = 10_000;

  /** Up to this number all thresholds are in memory, about 2 MB; else each page reads its own. */
  static final int FEW_THRESHOLDS = 10_000;

  /** A page that polls each second shows a change within two. */
  private static final Duration THRESHOLDS_FRESH = Duration.ofMillis(500);

  private static final int COMPARED_AT_ONCE = 500;

  private final StockReports stock;
  private final ThresholdRecords thresholds;
  private final CachedValue<Optional<Thresholds>> cachedThresholds;
  private final Snapshots snapshots;

  /**
   * Selects items and their order.
   *
   * @param greaterThan only items with more units than this
   * @param prefix only items whose id or name begins with this, ignoring case; empty for all
   * @param state only items in this state, {@code LOW} or {@code OUT}
   */
  public record Query(
      String warehouse,
      Optional<BigInteger> greaterThan,
      String prefix,
      Optional<StockState> state,
      ItemOrder order,
      boolean descending) {

    /** Whether a key of the table serves the query. */
    public boolean isByKey() {
      return order == ItemOrder.ITEM_ID && !descending && prefix.isEmpty() && state.isEmpty();
    }

    private PagePosition position(Snapshot snapshot, Level level) {
      return new PagePosition(snapshot.id(), level.itemId(), order.key(level));
    }

    private Comparator<Level> comparator() {
      return descending ? order.comparator().reversed() : order.comparator();
    }

    private boolean mayList(Level level) {
      return greaterThan.map(units -> level.stockLevel().compareTo(units) > 0).orElse(true)
          && (Prefixes.begins(level.itemId(), prefix) || Prefixes.begins(level.itemName(), prefix))
          && state.map(wanted -> mayBe(wanted, level)).orElse(true);
    }

    /** Whether a level can be in a state, as far as its units tell. */
    private static boolean mayBe(StockState wanted, Level level) {
      return !level.removed() && (level.stockLevel().signum() > 0) == (wanted == StockState.LOW);
    }

    private boolean lists(StockedItem item) {
      return state.map(wanted -> item.state() == wanted).orElse(true);
    }
  }

  /**
   * A position in a list.
   *
   * @param snapshot the snapshot's id; empty for a list that needs none
   * @param itemId the item's id
   * @param key the item's sort key, see {@link ItemOrder#key}
   */
  public record PagePosition(String snapshot, String itemId, String key) {}

  /**
   * Reads from these.
   *
   * @param ids generates ids of snapshots, unique across instances
   * @param nanos a monotonic clock in nanoseconds
   */
  public ItemLists(
      StockReports stock, ThresholdRecords thresholds, Supplier<String> ids, LongSupplier nanos) {
    this.stock = stock;
    this.thresholds = thresholds;
    this.cachedThresholds =
        new CachedValue<>(() -> thresholds.all(FEW_THRESHOLDS), nanos, THRESHOLDS_FRESH);
    this.snapshots = new Snapshots(stock, ids, nanos, MAX_LEVELS);
  }

  /**
   * A page. With a state, it may have fewer items than the limit, or none, and still have a next.
   *
   * @param limit the number of items, at least 1
   * @param after only items after this position; empty for the first page
   * @throws NoSuchRecordException if the warehouse does not exist
   * @throws TooManyItemsException if the warehouse has too many items for the query
   */
  public Page<StockedItem, PagePosition> page(
      Query query, int limit, Optional<PagePosition> after) {
    return query.isByKey() ? byKey(query, limit, after) : bySnapshot(query, limit, after);
  }

  private Page<StockedItem, PagePosition> byKey(
      Query query, int limit, Optional<PagePosition> after) {
    Page<Level, String> page =
        stock.itemsOf(
            query.warehouse(), query.greaterThan(), limit, after.map(PagePosition::itemId));
    if (page.entries().isEmpty() && !stock.knowsWarehouse(query.warehouse())) {
      throw new NoSuchRecordException("warehouse", query.warehouse());
    }
    return new Page<>(
        withThresholds(page.entries()),
        page.next().map(itemId -> new PagePosition("", itemId, "")));
  }

  private Page<StockedItem, PagePosition> bySnapshot(
      Query query, int limit, Optional<PagePosition> after) {
    Snapshot snapshot =
        after
            .flatMap(place -> snapshots.find(place.snapshot(), query.warehouse()))
            .orElseGet(() -> snapshots.of(query.warehouse()));
    if (snapshot.isEmpty() && !stock.knowsWarehouse(query.warehouse())) {
      snapshots.forget(query.warehouse());
      throw new NoSuchRecordException("warehouse", query.warehouse());
    }
    List<Level> all = snapshot.in(query.order(), query.descending());
    int begin =
        after
            .map(place -> query.order().levelAt(place.itemId(), place.key()))
            .map(place -> Snapshot.indexAfter(all, place, query.comparator()))
            .orElse(0);
    return list(query, snapshot, all.subList(begin, all.size()), limit);
  }

  private Page<StockedItem, PagePosition> list(
      Query query, Snapshot snapshot, List<Level> rest, int limit) {
    Iterator<Level> ahead = rest.stream().filter(query::mayList).iterator();
    int portion = query.state().isPresent() ? Math.max(limit + 1, COMPARED_AT_ONCE) : limit + 1;
    List<StockedItem> found = new ArrayList<>();
    Optional<PagePosition> last = Optional.empty();
    for (int compared = 0;
        found.size() <= limit && compared < MAX_COMPARED && ahead.hasNext();
        compared += portion) {
      List<Level> some = next(ahead, portion);
      last = Optional.of(query.position(snapshot, some.get(some.size() - 1)));
      withThresholds(some).stream().filter(query::lists).forEach(found::add);
    }
    if (found.size() > limit) {
      List<StockedItem> page = found.subList(0, limit);
      return new Page<>(page, Optional.of(query.position(snapshot, page.get(limit - 1).level())));
    }
    return new Page<>(found, ahead.hasNext() ? last : Optional.empty());
  }

  private static List<Level> next(Iterator<Level> ahead, int count) {
    List<Level> some = new ArrayList<>();
    while (some.size() < count && ahead.hasNext()) {
      some.add(ahead.next());
    }
    return some;
  }

  /** Adds the threshold to each level. */
  private List<StockedItem> withThresholds(List<Level> levels) {
    Thresholds limits =
        cachedThresholds
            .get()
            .orElseGet(
                () ->
                    thresholds.of(levels.stream().map(level -> AlertId.of(level.key())).toList()));
    return levels.stream()
        .map(level -> new StockedItem(level, limits.of(AlertId.of(level.key()))))
        .toList();
  }
}
