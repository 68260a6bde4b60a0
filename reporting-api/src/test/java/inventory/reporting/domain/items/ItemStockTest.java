package inventory.reporting.domain.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirement R3. */
class ItemStockTest {

  @Test
  void theTotalIsExactBeyond64Bits() {
    BigInteger huge = new BigInteger("9".repeat(38));

    ItemStock stock =
        ItemStock.of(
            List.of(
                level("Berlin 1", "T-Shirt", huge, "2026-01-01"),
                level("Berlin 2", "T-Shirt", huge, "2026-01-01"),
                level("Bremen 4", "T-Shirt", BigInteger.valueOf(-3), "2026-01-01")));

    assertThat(stock.total()).isEqualTo(new BigInteger("199999999999999999999999999999999999995"));
  }

  @Test
  void theNameIsThatOfTheLatestFactAnywhere() {
    ItemStock stock =
        ItemStock.of(
            List.of(
                level("Berlin 1", "Shirt", BigInteger.ONE, "2026-01-02"),
                level("Berlin 2", "T-Shirt", BigInteger.ONE, "2026-01-03"),
                level("Bremen 4", "Hemd", BigInteger.ONE, "2026-01-01")));

    assertThat(stock.itemName()).isEqualTo("T-Shirt");
  }

  private static Level level(String warehouse, String name, BigInteger units, String named) {
    return new Level("a123v5", name, warehouse, units, named, false, "2026-02-15T10:00:00Z");
  }
}
