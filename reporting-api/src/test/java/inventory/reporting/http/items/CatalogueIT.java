package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Catalogue;
import inventory.reporting.domain.items.Catalogue.PagePosition;
import inventory.reporting.domain.items.CatalogueItem;
import inventory.reporting.dynamodb.DynamoDbCatalogue;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the items of all warehouses. Each test has a prefix of its own. */
class CatalogueIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  private static Catalogue catalogue() {
    return new DynamoDbCatalogue(FIXTURE.resources().dynamoDb(), FIXTURE.resources().table());
  }

  private void item(String warehouse, String itemId, String itemName) {
    facts.level(warehouse, itemId, itemName, "1", StoredFacts.TIME);
  }

  @Test
  void anItemOfSeveralWarehousesIsListedOnceByItsLatestName() {
    facts.level("Berlin", "one-a", "Echo", "1", StoredFacts.TIME);
    facts.level("Bremen", "one-a", "Echo 2", "2", StoredFacts.TIME.plusSeconds(1));
    item("Bremen", "one-b", "Dot");

    assertThat(catalogue().search("one-", 10, Optional.empty()).entries())
        .containsExactly(new CatalogueItem("one-a", "Echo 2"), new CatalogueItem("one-b", "Dot"));
  }

  @Test
  void theBeginningOfAnIdOrANameIsFoundWhateverTheCase() {
    item("Berlin", "Two-1", "TWO of it");
    item("Berlin", "x2", "TWO Show");
    item("Berlin", "y2", "an two");
    item("Berlin", "x1", "two more");

    assertThat(catalogue().search("tWo", 10, Optional.empty()).entries())
        .extracting(CatalogueItem::itemId)
        .containsExactly("Two-1", "x1", "x2");
  }

  @Test
  void idsThatDifferOnlyInCaseAreTwoItems() {
    item("Berlin", "three", "n");
    item("Berlin", "THREE", "n");

    assertThat(catalogue().search("three", 10, Optional.empty()).entries())
        .extracting(CatalogueItem::itemId)
        .containsExactlyInAnyOrder("three", "THREE");
  }

  @Test
  void aPrefixLongerThanAKeyIsComparedWithTheWholeName() {
    String start = "four" + "\u20ac".repeat(400);
    item("Berlin", start + "a", "n");
    item("Berlin", start + "b", "n");

    assertThat(catalogue().search(start + "B", 10, Optional.empty()).entries())
        .extracting(CatalogueItem::itemId)
        .containsExactly(start + "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 100})
  void pagesNeitherSkipNorRepeat(int limit) {
    for (int i = 0; i < 4; i++) {
      item("Berlin", "five-" + i, i < 2 ? "n" : "Five " + i);
      item("Berlin", "by-name-" + i, "FIVE " + i);
    }
    List<String> seen = new ArrayList<>();
    Optional<PagePosition> after = Optional.empty();
    do {
      Page<CatalogueItem, PagePosition> page = catalogue().search("five", limit, after);
      page.entries().forEach(item -> seen.add(item.itemId()));
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
      after = page.next();
    } while (after.isPresent());

    assertThat(seen)
        .containsExactly(
            "five-0",
            "five-1",
            "five-2",
            "five-3",
            "by-name-0",
            "by-name-1",
            "by-name-2",
            "by-name-3");
  }
}
