package inventory.reporting.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages through a large warehouse while its levels change as by ingest-service: each level is
 * written again with other units. No item may be missing or listed twice.
 *
 * <p>By default the warehouse has 3,000 items, to be fast in all orders; with {@code -Psoak} it has
 * 100,000, the documented limit. The test makes the writes; {@code FilesIT} in {@code
 * local-stack/e2e} pages through as many while ingest-service writes.
 */
class PagingIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final int ITEMS = Boolean.getBoolean("soak") ? 100_000 : 3_000;
  private static final int LIMIT = 250;
  private static final String WAREHOUSE = "Large";

  @BeforeAll
  static void fill() {
    FIXTURE.facts().levels(WAREHOUSE, ITEMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&sort=stockLevel",
        "&sort=stockLevel&order=desc",
        "&sort=itemName&order=desc",
        "&query=item"
      })
  void everyItemIsOnExactlyOnePageWhileLevelsChange(String query) throws Exception {
    AtomicBoolean ending = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<Integer> changes = writer.submit(() -> change(ending));

    List<String> seen = pages("/levels?warehouse=" + WAREHOUSE + "&limit=" + LIMIT + query);
    ending.set(true);

    assertThat(changes.get(1, TimeUnit.MINUTES)).as("levels that changed meanwhile").isPositive();
    writer.shutdown();
    assertThat(seen).hasSize(ITEMS);
    assertThat(new TreeSet<>(seen)).hasSize(ITEMS);
  }

  @Test
  void aListByLevelIsInOrderThroughAllItsPages() {
    List<Long> levels = new ArrayList<>();
    String path = "/levels?warehouse=" + WAREHOUSE + "&sort=stockLevel&limit=" + LIMIT;
    eachPage(
        path,
        page ->
            page.get("items")
                .values()
                .forEach(item -> levels.add(item.get("stockLevel").getLongValue())));

    assertThat(levels).hasSize(ITEMS).isSorted();
  }

  private static int change(AtomicBoolean ending) {
    Random random = new Random(2);
    int changes = 0;
    while (!ending.get() || changes == 0) {
      String item = StoredFacts.itemId(random.nextInt(ITEMS));
      FIXTURE.facts().level(WAREHOUSE, item, Integer.toString(random.nextInt(-50, ITEMS)));
      changes++;
    }
    return changes;
  }

  private static List<String> pages(String path) {
    List<String> ids = new ArrayList<>();
    eachPage(
        path,
        page ->
            page.get("items")
                .values()
                .forEach(item -> ids.add(item.get("itemId").getStringValue())));
    return ids;
  }

  private static void eachPage(String path, Consumer<JsonNode> visitor) {
    String cursor = "";
    do {
      ReportingApi.Answer answer = FIXTURE.api().get(path + cursor);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      visitor.accept(answer.body());
      JsonNode next = answer.body().get("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
    } while (!cursor.isEmpty());
  }
}
