package inventory.reporting.domain.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.domain.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private final KnownStock stock = new KnownStock();
  private final Catalogue catalogue = new Catalogue(stock, () -> 0);

  @Test
  void anItemOfSeveralWarehousesIsListedOnce() {
    stock.set("Berlin", "a", "Echo", 1);
    stock.set("Bremen", "a", "Echo", 2);
    stock.set("Bremen", "b", "Dot", 2);

    assertThat(catalogue.search("", 10, Optional.empty()).entries())
        .containsExactly(new CatalogueItem("a", "Echo"), new CatalogueItem("b", "Dot"));
  }

  @Test
  void theBeginningOfAnIdOrANameIsFoundWhateverTheCase() {
    stock.set("Berlin", "echo-1", "Dot", 1);
    stock.set("Berlin", "x", "ECHO Show", 1);
    stock.set("Berlin", "y", "an echo", 1);

    assertThat(catalogue.search("eCHo", 10, Optional.empty()).entries())
        .extracting(CatalogueItem::itemId)
        .containsExactly("echo-1", "x");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 100})
  void pagesNeitherSkipNorRepeat(int limit) {
    for (int i = 10; i < 18; i++) {
      stock.set("Berlin", "i" + i, "n", 1);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<CatalogueItem, String> page = catalogue.search("i", limit, after);
      page.entries().forEach(item -> seen.add(item.itemId()));
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).hasSize(8).isSorted().doesNotHaveDuplicates();
  }
}
