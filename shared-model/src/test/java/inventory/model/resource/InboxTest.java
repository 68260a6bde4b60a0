package inventory.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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

  @Test
  void thePermitOfAnUploadIsReadFromItsKey() {
    Inbox.Permit permit = new Inbox.Permit(Instant.parse("2026-11-29T16:14:12Z"), "1a2b3c4d");

    assertThat(permit.transactions("stock"))
        .isEqualTo("inventory_files/2026/11/29/20261129161412_1a2b3c4d_stock.csv");
    assertThat(permit.thresholds("mine"))
        .isEqualTo("restock_thresholds/2026/11/29/20261129161412_1a2b3c4d_mine.json");
    assertThat(Inbox.permit(permit.transactions("stock"))).contains(permit);
    assertThat(Inbox.permit(permit.thresholds("mine"))).contains(permit);
    for (String other :
        List.of(
            "inventory_files/2026/11/29/20261129161412_inventory.csv",
            "inventory_files/2026/11/29/20261399161412_1a2b3c4d_stock.csv",
            "count_files/2026/11/29/20261129161412_1a2b3c4d_stock.csv",
            "stock.csv")) {
      assertThat(Inbox.permit(other)).as(other).isEmpty();
    }
  }
}
