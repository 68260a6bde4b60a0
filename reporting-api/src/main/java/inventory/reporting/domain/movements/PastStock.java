package inventory.reporting.domain.movements;

import inventory.model.inbox.Parallel;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.movements.EarlierLevels.PastLevel;
import inventory.reporting.domain.movements.MovementLog.ListedLevel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The stock at a moment of the past. An item that has not changed since costs no more than its
 * present level. Another costs a read of closings, and the movements of at most a day, or of the
 * days since the last nightly validation. A page reads at most {@value ReadBudget#MAX_READ}
 * movements; then it ends early.
 */
public final class PastStock {

  private static final int AT_ONCE = 16;

  private final StockReports stock;
  private final MovementLog log;
  private final Executor readers;

  /**
   * Reads from these.
   *
   * @param readers reads items at the same time; not the executor of the caller
   */
  public PastStock(StockReports stock, MovementLog log, Executor readers) {
    this.stock = stock;
    this.log = log;
    this.readers = readers;
  }

  /**
   * The items of a warehouse at a moment, in the order of their ids. A page may have fewer items
   * than the limit, or none, and still have a next: items that had no fact yet are left out.
   *
   * @param greaterThan only items with more units than this at the moment
   * @param limit the number of items, at least 1
   * @param after only items after this one
   * @throws NoSuchRecordException if the warehouse does not exist
   */
  public Page<PastItem, String> page(
      String warehouse,
      Moment moment,
      Optional<BigInteger> greaterThan,
      int limit,
      Optional<String> after) {
    Page<ListedLevel, String> listed = log.levelsIn(warehouse, limit, after);
    if (listed.entries().isEmpty() && !stock.knowsWarehouse(warehouse)) {
      throw new NoSuchRecordException("warehouse", warehouse);
    }
    List<Optional<PastLevel>> past = past(listed.entries(), moment);
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < past.size(); i++) {
      ListedLevel there = listed.entries().get(i);
      past.get(i)
          .map(level -> new PastItem(there.level(), level.units()))
          .filter(item -> greaterThan.map(least -> isGreater(item, least)).orElse(true))
          .ifPresent(items::add);
    }
    boolean isCut = past.size() < listed.entries().size();
    return new Page<>(
        items,
        isCut
            ? Optional.of(listed.entries().get(past.size() - 1).level().itemId())
            : listed.next());
  }

  /** An unknown level may be greater. */
  private static boolean isGreater(PastItem item, BigInteger least) {
    return item.units().map(units -> units.compareTo(least) > 0).orElse(true);
  }

  /**
   * An item at a moment, by warehouse. Warehouses that had no fact yet are left out.
   *
   * @throws NoSuchRecordException if the item does not exist, or had no fact yet
   */
  public List<PastItem> of(String itemId, Moment moment) {
    List<ListedLevel> listed = log.levelsOf(itemId);
    if (listed.isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    List<PastItem> items = new ArrayList<>();
    List<ListedLevel> rest = listed;
    while (!rest.isEmpty()) {
      // Each part has a budget of its own.
      List<Optional<PastLevel>> past = past(rest, moment);
      for (int i = 0; i < past.size(); i++) {
        ListedLevel there = rest.get(i);
        past.get(i).map(level -> new PastItem(there.level(), level.units())).ifPresent(items::add);
      }
      rest = rest.subList(past.size(), rest.size());
    }
    if (items.isEmpty()) {
      throw NoSuchRecordException.ofFact(itemId, moment.at());
    }
    return items;
  }

  /**
   * The levels at a moment of the first of these, at least of one; of all unless too many movements
   * would have to be read.
   */
  private List<Optional<PastLevel>> past(List<ListedLevel> levels, Moment moment) {
    ReadBudget budget = new ReadBudget();
    EarlierLevels earlier = new EarlierLevels(log, budget);
    List<Optional<PastLevel>> all = new ArrayList<>();
    for (int from = 0; from < levels.size() && !budget.isSpent(); from += AT_ONCE) {
      List<CompletableFuture<Optional<PastLevel>>> some =
          levels.subList(from, Math.min(from + AT_ONCE, levels.size())).stream()
              .map(each -> CompletableFuture.supplyAsync(() -> at(earlier, each, moment), readers))
              .toList();
      List<Optional<PastLevel>> found = some.stream().map(Parallel::join).toList();
      for (Optional<PastLevel> level : found) {
        boolean isLacking =
            budget.isSpent() && level.filter(there -> there.units().isEmpty()).isPresent();
        if (isLacking && !all.isEmpty()) {
          return all;
        }
        all.add(level);
      }
    }
    return all;
  }

  private static Optional<PastLevel> at(EarlierLevels earlier, ListedLevel each, Moment moment) {
    return earlier.at(each.level().key(), each.state(), moment);
  }
}
