package inventory.reporting.domain.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemListsTest {

  private static final String BERLIN = "Berlin";

  private final KnownStock stock = new KnownStock();
  private final AtomicInteger ids = new AtomicInteger();
  private final ItemLists lists = newLists();

  private ItemLists newLists() {
    return new ItemLists(stock, new TensEverywhere(), () -> "s" + ids.incrementAndGet(), () -> 0);
  }

  @ParameterizedTest
  @CsvSource({
    "ITEM_ID, false, a b c d",
    "ITEM_ID, true, d c b a",
    "ITEM_NAME, false, c b a d",
    "ITEM_NAME, true, d a b c",
    "STOCK_LEVEL, false, b a c d",
    "STOCK_LEVEL, true, d c a b"
  })
  void itemsComeInTheOrderThatIsAskedFor(ItemOrder order, boolean descending, String expected) {
    stock.set(BERLIN, "a", "zebra", 5);
    stock.set(BERLIN, "b", "Yak", -7);
    stock.set(BERLIN, "c", "ant", 5);
    stock.set(BERLIN, "d", "Zebra", 1L << 60);

    assertThat(pages(query(order, descending), 1)).containsExactly(expected.split(" "));
    assertThat(pages(query(order, descending), 3)).containsExactly(expected.split(" "));
  }

  @Test
  void noItemIsSkippedOrGivenTwiceThoughLevelsChangeBetweenThePages() {
    for (int i = 0; i < 50; i++) {
      stock.set(BERLIN, "i" + i, "n", i);
    }
    List<String> seen = new ArrayList<>();
    Optional<ItemLists.PagePosition> position = Optional.empty();
    int round = 0;
    do {
      Page<StockedItem, ItemLists.PagePosition> page =
          lists.page(query(ItemOrder.STOCK_LEVEL, false), 7, position);
      page.entries().forEach(item -> seen.add(item.level().itemId()));
      position = page.next();
      for (int i = 0; i < 50; i++) {
        stock.set(BERLIN, "i" + i, "n", (i * 37L + round * 11L) % 50);
      }
      round++;
    } while (position.isPresent());

    assertThat(seen).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void aListGoesOnBehindTheSamePlaceInAnotherProcess() {
    for (int i = 10; i < 30; i++) {
      stock.set(BERLIN, "i" + i, "n", i);
    }
    ItemLists.Query query = query(ItemOrder.STOCK_LEVEL, true);

    Page<StockedItem, ItemLists.PagePosition> first = lists.page(query, 5, Optional.empty());
    Page<StockedItem, ItemLists.PagePosition> second = newLists().page(query, 5, first.next());

    assertThat(second.entries().get(0).level().itemId()).isEqualTo("i24");
  }

  @Test
  void theSamePlacesAreGivenWhileNothingChanges() {
    stock.set(BERLIN, "a", "n", 1);
    stock.set(BERLIN, "b", "n", 2);
    ItemLists.Query query = query(ItemOrder.STOCK_LEVEL, false);

    Optional<ItemLists.PagePosition> before = lists.page(query, 1, Optional.empty()).next();
    assertThat(lists.page(query, 1, Optional.empty()).next()).isEqualTo(before);

    stock.set(BERLIN, "c", "n", 3);
    assertThat(lists.page(query, 1, Optional.empty()).next()).isNotEqualTo(before);
  }

  @Test
  void aBeginningIsSearchedInIdsAndNamesWhateverTheCase() {
    stock.set(BERLIN, "echo-1", "Dot", 1);
    stock.set(BERLIN, "x", "ECHO Show", 1);
    stock.set(BERLIN, "y", "an echo", 1);

    assertThat(pages(searched("Ech"), 10)).containsExactly("echo-1", "x");
    assertThat(pages(searched("eche"), 10)).isEmpty();
  }

  @Test
  void aStateIsToldByTheThreshold() {
    stock.set(BERLIN, "low", "n", 9);
    stock.set(BERLIN, "ok", "n", 10);
    stock.set(BERLIN, "out", "n", 0);
    stock.set(BERLIN, "minus", "n", -4);

    assertThat(pages(inState(StockState.LOW), 10)).containsExactly("low");
    assertThat(pages(inState(StockState.OUT), 1)).containsExactly("minus", "out");
  }

  @Test
  void aPageLooksAtTenThousandItemsAndTheNextOneGoesOn() {
    for (int i = 0; i < ItemLists.MAX_COMPARED + 10; i++) {
      stock.add(BERLIN, "%06d".formatted(i), 500);
    }
    stock.add(BERLIN, "zzz", 5);

    Page<StockedItem, ItemLists.PagePosition> page =
        lists.page(inState(StockState.LOW), 10, Optional.empty());

    assertThat(page.entries()).isEmpty();
    assertThat(page.next().orElseThrow().itemId()).isEqualTo("009999");
    assertThat(lists.page(inState(StockState.LOW), 10, page.next()).entries())
        .extracting(item -> item.level().itemId())
        .containsExactly("zzz");
  }

  @Test
  void anUnknownWarehouseIsNoEmptyOne() {
    assertThatThrownBy(() -> lists.page(searched("a"), 1, Optional.empty()))
        .isInstanceOf(NoSuchRecordException.class)
        .hasMessage("There is no warehouse \"Berlin\".");
  }

  private static ItemLists.Query query(ItemOrder order, boolean descending) {
    return new ItemLists.Query(BERLIN, Optional.empty(), "", Optional.empty(), order, descending);
  }

  private static ItemLists.Query searched(String prefix) {
    return new ItemLists.Query(
        BERLIN, Optional.empty(), prefix, Optional.empty(), ItemOrder.ITEM_ID, false);
  }

  private static ItemLists.Query inState(StockState state) {
    return new ItemLists.Query(
        BERLIN, Optional.empty(), "", Optional.of(state), ItemOrder.ITEM_ID, false);
  }

  private List<String> pages(ItemLists.Query query, int limit) {
    List<String> ids = new ArrayList<>();
    Optional<ItemLists.PagePosition> position = Optional.empty();
    do {
      Page<StockedItem, ItemLists.PagePosition> page = lists.page(query, limit, position);
      page.entries().forEach(item -> ids.add(item.level().itemId()));
      position = page.next();
    } while (position.isPresent());
    return ids;
  }

  /** The default threshold for all. */
  private static final class TensEverywhere implements ThresholdRecords {

    @Override
    public Thresholds of(Collection<AlertId> scopes) {
      return new Thresholds(Map.of(), StockState.DEFAULT_THRESHOLD);
    }

    @Override
    public Optional<Thresholds> all(int max) {
      return Optional.of(of(List.of()));
    }
  }
}
