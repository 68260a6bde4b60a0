package inventory.reporting.domain.items;

import inventory.model.AlertId;
import inventory.model.StockState;
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
 * The items of a warehouse. By their ids, they come by a key of the table, page by page.
 *
 * <p>No key serves the beginning of a name, a state, or another order: for these, all levels of the
 * warehouse are read, into a snapshot whose pages are then turned. None of its items is skipped or
 * given twice, whatever changes meanwhile. Where the snapshot is no longer there, as in another
 * process, the list goes on behind the same place in a new one.
 */
public final class ItemLists {

  /** How many levels the snapshots hold in all: some 90 MB. */
  static final int MAX_LEVELS = 200_000;

  /** How many items a page looks at whose state only their thresholds tell. */
  static final int MAX_JUDGED = 10_000;

  /** So many thresholds are kept in memory, some 2 MB; of more, those of a page are read. */
  static final int FEW_THRESHOLDS = 10_000;

  /** A page that asks each second shows a change within two. */
  private static final Duration THRESHOLDS_FRESH = Duration.ofMillis(500);

  private static final int JUDGED_AT_ONCE = 500;

  private final StockReports stock;
  private final ThresholdRecords thresholds;
  private final CachedValue<Optional<Thresholds>> few;
  private final Snapshots snapshots;

  /**
   * Which items are asked for, and in which order.
   *
   * @param greaterThan only items with more units than this
   * @param prefix only items whose id or name begins so, whatever the case; empty for all
   * @param state only items in this state, {@code LOW} or {@code OUT}
   */
  public record Query(
      String warehouse,
      Optional<BigInteger> greaterThan,
      String prefix,
      Optional<StockState> state,
      ItemOrder order,
      boolean descending) {

    /** Whether a key of the table serves it. */
    private boolean isByKey() {
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

    /** What can be told without the threshold. */
    private static boolean mayBe(StockState wanted, Level level) {
      return !level.removed() && (level.stockLevel().signum() > 0) == (wanted == StockState.LOW);
    }

    private boolean lists(StockedItem item) {
      return state.map(wanted -> item.state() == wanted).orElse(true);
    }
  }

  /**
   * A place in a list.
   *
   * @param snapshot the snapshot's id; empty where the list needs none
   * @param itemId the item's id
   * @param key what it is sorted by, see {@link ItemOrder#key}
   */
  public record PagePosition(String snapshot, String itemId, String key) {}

  /**
   * Reads from these.
   *
   * @param ids gives each snapshot an id that no other has, in this process or in another
   * @param nanos the time of a clock that only goes forward, in nanoseconds
   */
  public ItemLists(
      StockReports stock, ThresholdRecords thresholds, Supplier<String> ids, LongSupplier nanos) {
    this.stock = stock;
    this.thresholds = thresholds;
    this.few = new CachedValue<>(() -> thresholds.all(FEW_THRESHOLDS), nanos, THRESHOLDS_FRESH);
    this.snapshots = new Snapshots(stock, ids, nanos, MAX_LEVELS);
  }

  /**
   * A page.
   *
   * @param limit how many items, at least 1
   * @param after only items after this place; empty for the first page
   * @throws NoSuchRecordException if there is no such warehouse
   * @throws TooManyItemsException if it has too many items
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
        judge(page.entries()), page.next().map(itemId -> new PagePosition("", itemId, "")));
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
            .map(place -> Snapshot.behind(all, place, query.comparator()))
            .orElse(0);
    return list(query, snapshot, all.subList(begin, all.size()), limit);
  }

  private Page<StockedItem, PagePosition> list(
      Query query, Snapshot snapshot, List<Level> rest, int limit) {
    Iterator<Level> ahead = rest.stream().filter(query::mayList).iterator();
    int portion = query.state().isPresent() ? Math.max(limit + 1, JUDGED_AT_ONCE) : limit + 1;
    List<StockedItem> found = new ArrayList<>();
    Optional<PagePosition> last = Optional.empty();
    for (int judged = 0;
        found.size() <= limit && judged < MAX_JUDGED && ahead.hasNext();
        judged += portion) {
      List<Level> some = next(ahead, portion);
      last = Optional.of(query.position(snapshot, some.get(some.size() - 1)));
      judge(some).stream().filter(query::lists).forEach(found::add);
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

  /** The levels beside their thresholds. */
  private List<StockedItem> judge(List<Level> levels) {
    Thresholds limits =
        few.get()
            .orElseGet(
                () ->
                    thresholds.of(levels.stream().map(level -> AlertId.of(level.key())).toList()));
    return levels.stream()
        .map(level -> new StockedItem(level, limits.of(AlertId.of(level.key()))))
        .toList();
  }
}
