package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.reporting.dynamodb.DynamoDbThresholds;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import inventory.testkit.Resources;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requirements T2 and T4: reports use the threshold that applies to an item. */
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

    await()
        .untilAsserted(
            () ->
                assertThat(itemsOf("Limits"))
                    .extracting(
                        each -> each.get("itemId").getStringValue(),
                        each -> each.get("restockIfBelow").getLongValue(),
                        each -> each.get("state").getStringValue())
                    .containsExactly(
                        tuple("default", 10L, "OK"),
                        tuple("item", 11L, "LOW"),
                        tuple("own", 1L, "OUT"),
                        tuple("removed", 10L, "OK")));
  }

  @Test
  void aPageHasMoreThresholdsThanOneReadTakes() {
    for (int i = 100; i < 220; i++) {
      facts.level("Thresholds", "t-" + i, "1");
      facts.threshold("Thresholds", "t-" + i, i);
    }

    await()
        .untilAsserted(
            () ->
                assertThat(itemsOf("Thresholds"))
                    .hasSize(120)
                    .allSatisfy(
                        item ->
                            assertThat("t-" + item.get("restockIfBelow").getLongValue())
                                .isEqualTo(item.get("itemId").getStringValue())));
  }

  private static Iterable<JsonNode> itemsOf(String warehouse) {
    return FIXTURE
        .api()
        .get("/levels?warehouse=" + warehouse + "&limit=1000")
        .body()
        .get("items")
        .values();
  }

  @Test
  void moreThresholdsThanAreKeptAreReadForTheirItemsAlone() {
    facts.threshold("one", 1);
    facts.threshold("Some", "one", 2);
    Resources resources = FIXTURE.resources();
    DynamoDbThresholds thresholds =
        new DynamoDbThresholds(resources.dynamoDb(), resources.table(), 10);

    assertThat(thresholds.all(1)).isEmpty();
    AlertId scope = AlertId.of(new StockKey("Some", "one"));
    assertThat(thresholds.all(1_000).orElseThrow().of(scope)).isEqualTo(2);
    assertThat(thresholds.of(List.of(scope)).of(scope)).isEqualTo(2);
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

    JsonNode item = FIXTURE.api().get("/item?itemId=limits").body();

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
