package inventory.launcher.generate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.StockKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {

  private static final int EVENTS = 3_000;

  @TempDir private Path folder;

  @Test
  void theTotalsFollowFromTheRulesForEvents() throws Exception {
    Generated generated = Generated.events(folder, Generated.recipe(11), EVENTS);
    NaiveEvents naive = new NaiveEvents();
    for (JsonNode line : lines(generated)) {
      naive.take(line.get("data").asText());
    }
    Totals totals = generated.totals();
    assertThat(
            totals.levels().stream()
                .collect(
                    toMap(
                        level -> new StockKey(level.warehouse(), level.itemId()),
                        level -> new NaiveEvents.Level(level.stockLevel(), level.removed()))))
        .isEqualTo(naive.levels())
        .hasSize(60);
    assertThat(totals.levels()).extracting(Totals.Level::removed).contains(true, false);
    assertThat(totals.malformed()).isEqualTo(naive.rejected).isBetween(240L, 360L);
    assertThat(totals.duplicates()).isEqualTo(naive.repeated).isBetween(460L, 620L);
    assertThat(totals.facts() + totals.malformed()).isEqualTo(EVENTS);
    // A product without a recent event has no late events.
    assertThat(totals.late()).isBetween(180L, 310L).isLessThanOrEqualTo(naive.late);
  }

  @Test
  void aProductsRecordsHaveItsIdAsPartitionKey() throws Exception {
    List<JsonNode> lines = lines(Generated.events(folder, Generated.recipe(12), 500));
    Map<String, Long> keys =
        lines.stream()
            .collect(toMap(line -> line.get("partitionKey").asText(), line -> 1L, Long::sum));
    assertThat(keys).hasSizeBetween(20, 30);
    assertThat(lines)
        .filteredOn(line -> line.get("data").asText().contains("\"product_id\":\""))
        .allMatch(
            line ->
                line.get("data")
                    .asText()
                    .contains("\"product_id\":\"" + line.get("partitionKey").asText() + "\""));
  }

  @Test
  void eventsOfTheUnnamedShopHaveNoWarehouseAndSomeEventsHaveNoId() throws Exception {
    Recipe recipe =
        new Recipe(
            1, Generated.recipe(1).start(), List.of(Events.UNNAMED, "Shop 2"), 10, 1.0, 0, 0, 0);
    Generated generated = Generated.events(folder, recipe, 1_000);
    List<String> data = lines(generated).stream().map(line -> line.get("data").asText()).toList();
    assertThat(generated.totals().levels())
        .extracting(Totals.Level::warehouse)
        .containsOnly("ONLINE", "Shop 2");
    assertThat(data).noneMatch(event -> event.contains("ONLINE"));
    assertThat(data).filteredOn(event -> !event.contains("event_id")).hasSizeBetween(120, 280);
    assertThat(data).hasSize(1_000).doesNotHaveDuplicates();
  }

  private static List<JsonNode> lines(Generated generated) throws Exception {
    JsonMapper json = new JsonMapper();
    return json.readerFor(JsonNode.class)
        .<JsonNode>readValues(generated.texts().get(EventTarget.FILE))
        .readAll();
  }
}
