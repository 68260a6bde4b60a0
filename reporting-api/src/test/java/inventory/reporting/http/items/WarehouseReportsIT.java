package inventory.reporting.http.items;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements R1 and R2. */
class WarehouseReportsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void warehousesAreListedWithTheNumberOfTheirItems() {
    facts.level("List 1", "a", "1");
    facts.level("List 1", "b", "-1");
    facts.level("List 2", "a", "0");
    facts.warehouse("List 3");

    String text = FIXTURE.api().get("/warehouses").text();

    assertThat(text)
        .startsWith("{\"warehouses\":[{\"name\":")
        .contains(
            "{\"name\":\"List 1\",\"items\":2,\"units\":0,\"low\":0,\"out\":0,"
                + "\"lastFileAt\":null,\"freshness\":\"UNKNOWN\",\"usualInterval\":null},"
                + "{\"name\":\"List 2\",\"items\":1,\"units\":0,")
        .contains("{\"name\":\"List 3\",\"items\":0,\"units\":0,");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 100})
  void warehousesAreFoundByTheStartOfTheirNamesOnAnyPage(int limit) {
    List<String> names = List.of("SOUGHT 1", "SOUGHT 2", "Sought 1", "Sought 2", "sought");
    names.forEach(facts::warehouse);
    List.of("SOUGH", "Soughed", "sough").forEach(facts::warehouse);

    for (String query : List.of("sought", "Sought", "SOUGHT", "sOUGHT")) {
      String path = "/warehouses?query=" + query + "&limit=" + limit;
      assertThat(warehousesOn(path)).as(query).containsExactlyElementsOf(names);
    }
    assertThat(warehousesOn("/warehouses?query=sought%201"))
        .containsExactly("SOUGHT 1", "Sought 1");
    assertThat(warehousesOn("/warehouses?query=" + "%F0%9F%8D%B5".repeat(512))).isEmpty();
  }

  private List<String> warehousesOn(String path) {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = FIXTURE.api().get(path + cursor).body();
      page.get("warehouses").values().forEach(one -> names.add(one.get("name").getStringValue()));
      JsonNode next = page.get("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
    } while (!cursor.isEmpty());
    return names;
  }

  @Test
  void anItemOfAWarehouseHasExactlyTheseFields() {
    facts.level("Fields", "a123v5", "-3");

    ReportingApi.Answer answer = FIXTURE.api().get("/levels?warehouse=Fields");

    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"warehouse\":\"Fields\",\"items\":[{\"itemId\":\"a123v5\",\"itemName\":\"Name of"
                + " a123v5\",\"stockLevel\":-3,\"restockIfBelow\":10,\"state\":\"OUT\",\"removed\":false,"
                + "\"updatedAt\":\"2026-02-15T11:00:07.123Z\"}],\"nextCursor\":null}");
  }

  @Test
  void anItemThatWasRemovedStaysInTheListAndIsMarked() {
    facts.level("Shop", "listed", "4");
    facts.removedLevel("Shop", "removed", "0");

    assertThat(FIXTURE.api().get("/levels?warehouse=Shop").text())
        .contains("\"itemId\":\"listed\"", "\"state\":\"LOW\",\"removed\":false,")
        .contains(
            "\"itemId\":\"removed\"",
            "\"stockLevel\":0,\"restockIfBelow\":10,\"state\":\"OK\",\"removed\":true,");
    assertThat(FIXTURE.api().get("/warehouses").text()).contains("{\"name\":\"Shop\",\"items\":2,");
    assertThat(itemsOn("/levels?warehouse=Shop&greaterThan=0", 100)).containsExactly("listed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 24, 25, 26, 100})
  void pagesNeitherSkipNorRepeat(int limit) {
    for (int i = 10; i < 35; i++) {
      facts.level("Paged", "item-" + i, Integer.toString(i));
    }

    List<String> seen = itemsOn("/levels?warehouse=Paged&limit=" + limit, limit);

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void pagesAreFullThoughTheFilterDropsNearlyAll() {
    for (int i = 100; i < 400; i++) {
      facts.level("Sparse", "item-" + i, i % 50 == 0 ? "11" : "10");
    }

    List<String> seen = itemsOn("/levels?warehouse=Sparse&greaterThan=10&limit=2", 2);

    assertThat(seen)
        .containsExactly("item-100", "item-150", "item-200", "item-250", "item-300", "item-350");
  }

  @Test
  void greaterThanIsExactOnThirtyEightDigits() {
    String nines = "9".repeat(37);
    facts.level("Exact", "low", nines + "7");
    facts.level("Exact", "high", nines + "8");

    JsonNode items =
        FIXTURE.api().get("/levels?warehouse=Exact&greaterThan=" + nines + "7").body().get("items");

    assertThat(items.size()).isEqualTo(1);
    assertThat(items.get(0).get("itemId").getStringValue()).isEqualTo("high");
    assertThat(items.get(0).get("stockLevel").getBigIntegerValue()).hasToString(nines + "8");
  }

  @Test
  void greaterThanZeroLeavesOutZeroAndNegativeLevels() {
    facts.level("Signs", "minus", "-5");
    facts.level("Signs", "plus", "1");
    facts.level("Signs", "zero", "0");

    assertThat(itemsOn("/levels?warehouse=Signs&greaterThan=0", 100)).containsExactly("plus");
    assertThat(itemsOn("/levels?warehouse=Signs&greaterThan=-5", 100))
        .containsExactly("plus", "zero");
  }

  @Test
  void aWarehouseWithoutItemsHasAnEmptyList() {
    facts.warehouse("Bare");

    assertThat(FIXTURE.api().get("/levels?warehouse=Bare").text())
        .isEqualTo("{\"warehouse\":\"Bare\",\"items\":[],\"nextCursor\":null}");
  }

  @Test
  void anUnknownWarehouseIsNotFound() {
    ReportingApi.Answer answer = FIXTURE.api().get("/levels?warehouse=Nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"There"
                + " is no warehouse \\\"Nowhere\\\".\",\"instance\":"
                + "\"/v1/levels\"}");
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    facts.level("Cursor 1", "a", "1");
    facts.level("Cursor 1", "b", "1");
    facts.level("Cursor 2", "a", "1");
    String cursor =
        FIXTURE
            .api()
            .get("/levels?warehouse=Cursor%201&limit=1")
            .body()
            .get("nextCursor")
            .getStringValue();

    assertThat(FIXTURE.api().get("/levels?warehouse=Cursor%201&cursor=" + cursor).status())
        .isEqualTo(200);
    ReportingApi.Answer refused =
        FIXTURE.api().get("/levels?warehouse=Cursor%202&cursor=" + cursor);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo("cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a#b",
        "a?b",
        "100%",
        "a+b",
        "a&b",
        "a;b",
        "a=b",
        "%2F",
        "%252F",
        "漢字",
        "Köln",
        " at both" + " ends ",
        "a%20b",
        "..",
        "\"quoted\"",
        "{a}",
        "𝄞",
        "a\\b",
        "a:b@c",
        "/",
        "a//b",
        ".",
        "..",
        "+"
      })
  void anyNameWorksInAParameter(String name) {
    facts.level(name, name, "1");

    ReportingApi.Answer items = FIXTURE.api().get("/levels?warehouse=" + encoded(name));
    assertThat(items.status()).as(items.text()).isEqualTo(200);
    assertThat(items.body().get("warehouse").getStringValue()).isEqualTo(name);
    assertThat(items.body().get("items").get(0).get("itemId").getStringValue()).isEqualTo(name);
    ReportingApi.Answer item = FIXTURE.api().get("/item?itemId=" + encoded(name));
    assertThat(item.body().get("itemId").getStringValue()).isEqualTo(name);
    ReportingApi.Answer movements =
        FIXTURE.api().get("/movements?itemId=" + encoded(name) + "&warehouse=" + encoded(name));
    assertThat(movements.body().get("itemId").getStringValue()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a=b", "a:b@c!$'()*,~/?"})
  void charactersThatAParameterMayHoldNeedNoEncoding(String name) {
    facts.level(name, name, "1");

    assertThat(FIXTURE.api().get("/levels?warehouse=" + name).body().get("warehouse"))
        .isEqualTo(JsonNode.createStringNode(name));
    assertThat(FIXTURE.api().get("/item?itemId=" + name).body().get("itemId"))
        .isEqualTo(JsonNode.createStringNode(name));
  }

  @Test
  void namesOfTheGreatestLengthWork() {
    String name = "𝄞".repeat(512);
    facts.level(name, name, "1");
    facts.level(name, name.substring(0, 1000), "1");

    String path = "/levels?warehouse=" + encoded(name) + "&limit=1";
    assertThat(itemsOn(path, 1)).containsExactlyInAnyOrder(name, name.substring(0, 1000));
    assertThat(
            FIXTURE
                .api()
                .get("/movements?itemId=" + encoded(name) + "&warehouse=" + encoded(name))
                .status())
        .isEqualTo(200);
  }

  /** Reads all pages; each but the last must be full. */
  private static List<String> itemsOn(String path, int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page = FIXTURE.api().get(path + "&cursor=" + cursor).body();
      page.get("items").values().forEach(item -> ids.add(item.get("itemId").getStringValue()));
      if (page.get("nextCursor").isNull()) {
        return ids;
      }
      assertThat(page.get("items").size()).isEqualTo(limit);
      cursor = page.get("nextCursor").getStringValue();
    }
  }
}
