package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.domain.Rules;
import inventory.alert.domain.Rules.Place;
import inventory.alert.domain.Rules.Progress;
import inventory.model.StockKey;
import inventory.model.table.WarehouseItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DynamoDbRulesIT {

  private final Resources resources = EmbeddedAws.newResources();
  private final StoredStock table = new StoredStock(resources);
  private final Rules rules = new DynamoDbRules(resources.dynamoDb(), resources.table());

  @AfterEach
  void close() {
    resources.close();
  }

  @Test
  void onlyTheProcessThatReadTheStateReplacesIt() {
    Progress first = new Progress("warehouse 10", Optional.empty());
    Progress begun =
        new Progress("total 5", Optional.of(new Place(Optional.empty(), Optional.empty())));
    Progress later =
        new Progress("total 5", Optional.of(new Place(Optional.of("W"), Optional.of("i"))));
    assertThat(rules.find()).isEmpty();

    assertThat(rules.save(Optional.empty(), first)).isTrue();
    assertThat(rules.save(Optional.empty(), begun)).isFalse();
    assertThat(rules.find()).contains(first);
    assertThat(rules.save(Optional.of(first), begun)).isTrue();
    assertThat(rules.find()).contains(begun);
    assertThat(rules.save(Optional.of(begun), later)).isTrue();
    assertThat(rules.save(Optional.of(begun), first)).isFalse();
    assertThat(rules.find()).contains(later);
  }

  @Test
  void eachLevelOfEachWarehouseIsMetOnce() {
    List<StockKey> expected = new ArrayList<>();
    for (String warehouse : List.of("Aachen", "Empty", "Köln", "x".repeat(1_000))) {
      resources
          .dynamoDb()
          .updateItem(
              WarehouseItem.announce(warehouse)
                  .request(resources.table(), WarehouseItem.key(warehouse))
                  .build());
      int items = "Empty".equals(warehouse) ? 0 : "Köln".equals(warehouse) ? 501 : 3;
      for (int i = 0; i < items; i++) {
        table.level(warehouse, "item" + i, "Name", "5");
        expected.add(new StockKey(warehouse, "item" + i));
      }
    }

    List<StockKey> met = new ArrayList<>();
    Optional<Place> place = Optional.of(new Place(Optional.empty(), Optional.empty()));
    while (place.isPresent()) {
      Rules.Page page = rules.levels(place.get());
      met.addAll(page.keys());
      place = page.next();
    }

    assertThat(met).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(met.stream().filter(rules::isFirst)).hasSize(501);
  }

  @Test
  void aTableWithoutWarehousesHasNoLevels() {
    Rules.Page page = rules.levels(new Place(Optional.empty(), Optional.empty()));

    assertThat(page.keys()).isEmpty();
    assertThat(page.next()).isEmpty();
  }
}
