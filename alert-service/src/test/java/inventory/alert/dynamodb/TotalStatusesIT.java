package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.table.Batches;
import inventory.model.table.ItemUpdate;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TotalStatusesIT {

  private static Resources resources;
  private static StoredStock table;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    table = new StoredStock(resources);
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @Test
  void anItemsLevelsAddUpForAHintAboutAnyWarehouse() {
    table.level("Berlin", "sum", "Shirt", "12345678901234567890123456789012345678");
    table.level("Bremen", "sum", "Shirt", "-5");
    StockStatus expected =
        new StockStatus(
            AlertId.ofTotal("sum"),
            "Shirt",
            new BigInteger("12345678901234567890123456789012345673"),
            10,
            false);

    assertThat(read(new Hint("sum", Optional.empty()))).containsExactly(expected);
    assertThat(read(hint("Bremen", "sum"), hint("Berlin", "sum"))).containsExactly(expected);
    assertThat(read(hint("Nowhere", "sum"))).containsExactly(expected);
  }

  @Test
  void aLevelThatTheIndexDoesNotListYetCountsIfItsHintNamesIt() {
    table.level("Berlin", "lagging", "Shirt", "5");
    table.level("Bremen", "lagging", "Shirt", "6");
    ItemUpdate unlisted = new ItemUpdate().remove(Table.ITEM_INDEX_PK).remove(Table.ITEM_INDEX_SK);
    resources
        .dynamoDb()
        .updateItem(
            unlisted
                .request(resources.table(), LevelItem.key(new StockKey("Bremen", "lagging")))
                .build());

    assertThat(read(hint("Bremen", "lagging")).get(0).level()).isEqualTo(BigInteger.valueOf(11));
  }

  @Test
  void theItemsOwnThresholdCountsAndAWarehousesDoesNot() {
    table.level("Berlin", "threshold", "Shirt", "5");
    table.threshold("threshold", Optional.of("Berlin"), 99);
    assertThat(read(hint("Berlin", "threshold")).get(0).threshold()).isEqualTo(10);

    table.threshold("threshold", Optional.empty(), 0);
    assertThat(read(hint("Berlin", "threshold")).get(0).threshold()).isZero();
  }

  @Test
  void aWarehouseWhereTheItemIsOffTheListDoesNotCount() {
    table.level("Berlin", "partly", "Shirt", "5");
    table.removed("Bremen", "partly", "70");

    StockStatus status = read(hint("Berlin", "partly")).get(0);

    assertThat(status.level()).isEqualTo(BigInteger.valueOf(5));
    assertThat(status.removed()).isFalse();
  }

  @Test
  void anItemThatIsOffTheListEverywhereRaisesNoAlert() {
    table.removed("Berlin", "gone", "0");
    table.removed("Bremen", "gone", "-3");

    StockStatus status = read(hint("Berlin", "gone")).get(0);

    assertThat(status.removed()).isTrue();
    assertThat(status.state()).isEqualTo(StockState.OK);
  }

  @Test
  void theNameIsThatOfTheLatestFact() {
    table.level("Berlin", "name", "Old", "5", "2026-11-20T08:00:00.000000000Z#z");
    table.level("Bremen", "name", "New", "5", "2026-11-20T08:00:00.000000001Z#a");
    table.level("Aachen", "name", "Older", "5", "2026-11-19T08:00:00.000000000Z#a");

    assertThat(read(hint("Aachen", "name")).get(0).itemName()).isEqualTo("New");
  }

  @Test
  void anEventWithoutANameKeepsTheItemsName() {
    table.level("Berlin", "shop", "Laptop", "5", "2026-11-20T08:00:00.000000000Z#z");
    table.nameless("ONLINE", "shop", "2", "2026-11-20T09:00:00.000000000Z#stream-002-41");

    assertThat(read(hint("ONLINE", "shop")).get(0).itemName()).isEqualTo("Laptop");
  }

  @Test
  void anItemWithoutLevelsIsARemovedOne() {
    table.threshold("unknown", Optional.empty(), 5);

    assertThat(read(new Hint("unknown", Optional.empty()), hint("Berlin", "other")))
        .extracting(StockStatus::alert, StockStatus::threshold, StockStatus::removed)
        .containsExactlyInAnyOrder(
            tuple(AlertId.ofTotal("unknown"), 5L, true),
            tuple(AlertId.ofTotal("other"), 10L, true));
  }

  @Test
  void theLongestNamesAreFound() {
    String longest = "\uD83D\uDCE6".repeat(512);
    table.level(longest, longest, longest, "-1");
    table.threshold(longest, Optional.empty(), 7);

    assertThat(read(hint(longest, longest)))
        .containsExactly(
            new StockStatus(AlertId.ofTotal(longest), longest, BigInteger.valueOf(-1), 7, false));
  }

  private static List<StockStatus> read(Hint... hints) {
    Batches batches = new Batches(resources.dynamoDb(), resources.table(), StoredStock.BACKOFF);
    return new TotalStatuses(resources.dynamoDb(), resources.table(), batches, 10)
        .read(List.of(hints));
  }

  private static Hint hint(String warehouse, String itemId) {
    return new Hint(itemId, Optional.of(warehouse));
  }
}
