package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTotalTest {

  private record Level(String itemName, String named, BigInteger stockLevel, boolean removed)
      implements ItemTotal.Level {}

  private static Level level(String name, String named, long units, boolean removed) {
    return new Level(name, named, BigInteger.valueOf(units), removed);
  }

  @Test
  void reportsAddUpEveryLevelAndAlertsThoseOnTheList() {
    ItemTotal total =
        ItemTotal.of(
            List.of(
                level("Lamp", "2", 7, false),
                level("Lamp", "1", 5, true),
                level("Lamp", "0", -2, false)));

    assertThat(total)
        .isEqualTo(new ItemTotal("Lamp", BigInteger.TEN, BigInteger.valueOf(5), false));
  }

  @Test
  void theLatestFactNamesTheItemEvenWhereItIsRemoved() {
    ItemTotal total =
        ItemTotal.of(List.of(level("Old", "1", 1, false), level("New", "2", 0, true)));

    assertThat(total.itemName()).isEqualTo("New");
  }

  @Test
  void theItemIsRemovedWhenNoWarehouseListsIt() {
    assertThat(ItemTotal.of(List.of(level("a", "1", 1, true))))
        .isEqualTo(new ItemTotal("a", BigInteger.ONE, BigInteger.ZERO, true));
  }

  @Test
  void anItemHasAtLeastOneLevel() {
    assertThatThrownBy(() -> ItemTotal.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
