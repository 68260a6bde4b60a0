package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requirements T2 and T4: stock is shown by the threshold that holds for it. */
class ThresholdReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void eachItemIsJudgedByTheThresholdThatIsNearest() {
    facts.level("Limits", "default", "10");
    facts.level("Limits", "item", "10");
    facts.threshold("item", 11);
    facts.level("Limits", "own", "0");
    facts.threshold("own", 100);
    facts.threshold("Limits", "own", 1);
    facts.threshold("Elsewhere", "own", 200);
    facts.removedLevel("Limits", "removed", "0");

    assertThat(FIXTURE.api().get("/warehouses/Limits/items").body().get("items").values())
        .extracting(
            each -> each.get("itemId").getStringValue(),
            each -> each.get("restockIfBelow").getLongValue(),
            each -> each.get("state").getStringValue())
        .containsExactly(
            tuple("default", 10L, "OK"),
            tuple("item", 11L, "LOW"),
            tuple("own", 1L, "OUT"),
            tuple("removed", 10L, "OK"));
  }

  @Test
  void aPageHasMoreThresholdsThanOneReadTakes() {
    for (int i = 100; i < 220; i++) {
      facts.level("Thresholds", "t-" + i, "1");
      facts.threshold("Thresholds", "t-" + i, i);
    }

    JsonNode items = FIXTURE.api().get("/warehouses/Thresholds/items?limit=1000").body();

    assertThat(items.get("items").values())
        .hasSize(120)
        .allSatisfy(
            item ->
                assertThat("t-" + item.get("restockIfBelow").getLongValue())
                    .isEqualTo(item.get("itemId").getStringValue()));
  }

  @Test
  void eachWarehouseIsJudgedByTheThresholdThatIsNearest() {
    facts.level("Berlin 1", "limits", "24");
    facts.level("Bremen 4", "limits", "24");
    facts.level("Borkum 1", "limits", "0");
    facts.removedLevel("Aachen 1", "limits", "0");
    facts.threshold("limits", 25);
    facts.threshold("Berlin 1", "limits", 24);
    facts.threshold("Borkum 1", "limits", 1);

    JsonNode item = FIXTURE.api().get("/items/limits").body();

    assertThat(item.get("restockIfBelow").getLongValue()).isEqualTo(25);
    assertThat(item.get("warehouses").values())
        .extracting(
            each -> each.get("warehouse").getStringValue(),
            each -> each.get("restockIfBelow").getLongValue(),
            each -> each.get("state").getStringValue())
        .containsExactly(
            tuple("Aachen 1", 25L, "OK"),
            tuple("Berlin 1", 24L, "OK"),
            tuple("Borkum 1", 1L, "OUT"),
            tuple("Bremen 4", 25L, "LOW"));
  }
}
