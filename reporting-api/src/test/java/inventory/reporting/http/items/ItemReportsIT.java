package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requirement R3. */
class ItemReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void anItemHasItsTotalAndTheNameOfItsLatestFact() {
    facts.level("Berlin 1", "a123v5", "Shirt", "-3", Instant.parse("2026-02-15T11:00:00Z"));
    facts.level("Bremen 4", "a123v5", "T-Shirt", "20", Instant.parse("2026-02-15T11:00:00.5Z"));
    facts.level("Berlin 1", "other", "999");

    assertThat(FIXTURE.api().get("/item?itemId=a123v5").text())
        .isEqualTo(
            "{\"itemId\":\"a123v5\",\"itemName\":\"T-Shirt\",\"total\":17,\"restockIfBelow\":10,"
                + "\"warehouses\":[{\"warehouse\":\"Berlin 1\",\"stockLevel\":-3,"
                + "\"restockIfBelow\":10,\"state\":\"OUT\",\"removed\":false,"
                + "\"updatedAt\":\"2026-02-15T11:00:07.123Z\",\"order\":{\"quantity\":23,\"upTo\":20,"
                + "\"packSize\":null,\"perDay\":null,\"daysOfCover\":null,\"stockOutOn\":null,"
                + "\"explanation\":\"-3 left, too little history; order 23 = 2 x 10 + 3\"}},"
                + "{\"warehouse\":\"Bremen 4\","
                + "\"stockLevel\":20,\"restockIfBelow\":10,\"state\":\"OK\",\"removed\":false,"
                + "\"updatedAt\":\"2026-02-15T11:00:07.123Z\",\"order\":null}]}");
  }

  @Test
  void anEventThatDoesNotNameItsItemTakesItsNameAwayNowhere() {
    facts.level("Berlin 1", "shop", "Laptop", "5", StoredFacts.TIME);
    facts.namelessLevel("ONLINE", "shop", "3", StoredFacts.TIME.plusSeconds(60));

    assertThat(FIXTURE.api().get("/item?itemId=shop").body().get("itemName").getStringValue())
        .isEqualTo("Laptop");
  }

  @Test
  void whereAnItemIsOffTheListItIsMarkedAndItsUnitsCount() {
    facts.level("Berlin 1", "off", "5");
    facts.removedLevel("ONLINE", "off", "3");

    JsonNode item = FIXTURE.api().get("/item?itemId=off").body();

    assertThat(item.get("total").getIntValue()).isEqualTo(8);
    assertThat(item.get("warehouses").get(0).get("removed").getBooleanValue()).isFalse();
    JsonNode online = item.get("warehouses").get(1);
    assertThat(online.get("warehouse").getStringValue()).isEqualTo("ONLINE");
    assertThat(online.get("removed").getBooleanValue()).isTrue();
    assertThat(online.get("state").getStringValue()).isEqualTo("OK");
    assertThat(online.get("stockLevel").getIntValue()).isEqualTo(3);
  }

  @Test
  void aTotalOfThirtyNineDigitsIsExact() {
    facts.level("One", "huge", "9".repeat(38));
    facts.level("Two", "huge", "2");

    assertThat(FIXTURE.api().get("/item?itemId=huge").text())
        .contains("\"total\":1" + "0".repeat(37) + "1,");
  }

  @Test
  void whatElseIsKeptWithAnItemIsNoLevel() {
    facts.level("Berlin 1", "limited", "5");
    facts.threshold("limited", 25);

    assertThat(FIXTURE.api().get("/item?itemId=limited").body().get("warehouses").size())
        .isEqualTo(1);
  }

  @Test
  void anItemInMoreWarehousesThanOneReadHoldsIsWhole() {
    // About 4 KB each: 300 exceed the 1 MB of one read.
    String name = "漢".repeat(500);
    for (int i = 0; i < 300; i++) {
      facts.level("漢".repeat(250) + i, "wide", name, "1", StoredFacts.TIME);
    }

    assertThat(FIXTURE.api().get("/item?itemId=wide").body().get("total").getIntValue())
        .isEqualTo(300);
  }

  @Test
  void anUnknownItemIsNotFound() {
    ReportingApi.Answer answer = FIXTURE.api().get("/item?itemId=nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo("There is no item \"nothing\".");
  }

  @Test
  void aNameInTheFormOfAStoredDigestIsRefused() {
    ReportingApi.Answer answer = FIXTURE.api().get("/item?itemId=%01abc");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("parameter").getStringValue()).isEqualTo("itemId");
  }
}
