package inventory.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {

  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
  private static final int MAX_ROUTES = 100;

  @ParameterizedTest
  @CsvSource({
    "inventory_files/a.csv, inventory-ingest",
    "a.CSV, inventory-ingest",
    "a.cSv, inventory-ingest",
    "restock_thresholds/a.json, inventory-threshold",
    "restock_thresholds/a.JSON, inventory-threshold",
    "restock_thresholds/a.jSoN, inventory-threshold",
    "/restock_thresholds/a.jsON, inventory-threshold",
    "settings/recipients.json, inventory-threshold",
  })
  void anExtensionMayHaveAnyMixOfCapitalAndSmallLetters(String key, String queue) {
    assertThat(Inbox.ROUTES)
        .filteredOn(route -> key.startsWith(route.prefix()) && key.endsWith(route.suffix()))
        .extracting(Inbox.Route::queue)
        .containsExactly(queue);
  }

  @Test
  void s3AcceptsTheRoutes() {
    assertThat(Inbox.ROUTES).doesNotHaveDuplicates().hasSizeLessThan(MAX_ROUTES);
  }
}
