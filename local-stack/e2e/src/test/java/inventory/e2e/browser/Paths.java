package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.e2e.Dialect;
import inventory.e2e.Fact;
import inventory.e2e.InventoryFile;
import inventory.e2e.Verdict;
import inventory.launcher.demo.Mailbox;
import inventory.launcher.demo.Mailbox.Letter;
import inventory.launcher.verify.ReportingClient;
import inventory.launcher.verify.ReportingClient.StockedItem;
import inventory.model.FileStatus;
import inventory.stack.LaunchException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One test of each path through the whole system, on the environment that {@code ./inventory up}
 * starts. Each test has warehouses of its own.
 */
interface Paths extends Screen {

  /** How long to wait for an effect. */
  Duration PATIENCE = Duration.ofMinutes(2);

  /** The time of changes. */
  Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  default void aTransactionFileBecomesLevelsAndABadRowComesBack() {
    system()
        .drop(
            "inventory_files/2021/02/15/20210215161800_inventory.csv",
            """
        Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
        2021-02-15T12:00:00.000+01:00\tPaths 1\ta123v5\ttecRacer T-Shirt\t-3
        2021-02-15T12:00:01.000+01:00\tPaths 2\td23x56\ttecRacer tecPert Sticker\tfour
        2021-02-15T15:00:00.000+01:00\tPaths 3\tg45678\tAWS Sticker\t500
        """);

    eventually(
        () -> {
          assertThat(levels("Paths 1")).isEqualTo(units("a123v5", -3));
          assertThat(levels("Paths 3")).isEqualTo(units("g45678", 500));
          assertThat(statusOf("inventory_files/2021/02/15/20210215161800_inventory.csv"))
              .isEqualTo(FileStatus.PARTIAL);
        });
    assertThat(system().read("rejected/inventory_files/2021/02/15/20210215161800_inventory.csv"))
        .contains("tecRacer tecPert Sticker\tfour", "StockLevelChange");
  }

  @Test
  default void aCountFileSetsLevelsToWhichLaterChangesAreAdded() {
    system().drop("counted.csv", "store,item,count\nCounted,Echo Dot,12\nCounted,Echo Plus,0\n");
    eventually(() -> assertThat(levels("Counted")).containsEntry("Echo Dot", units(12)));

    drop("since.csv", Fact.change("Counted", "Echo Dot", Instant.now(), -2));
    drop("before.csv", Fact.change("Counted", "Echo Dot", TIME, -7));

    eventually(
        () -> {
          assertThat(statusOf("inventory_files/before.csv")).isEqualTo(FileStatus.APPLIED);
          assertThat(levels("Counted"))
              .isEqualTo(Map.of("Echo Dot", units(10), "Echo Plus", units(0)));
        });
  }

  @Test
  default void aThresholdAboveALevelCausesOneEmailToPurchasing() throws Exception {
    drop("enough.csv", Fact.change("Guarded", "guarded-item", TIME, 30));
    eventually(() -> assertThat(levels("Guarded")).isEqualTo(units("guarded-item", 30)));
    assertThat(lettersAbout("guarded-item")).isEmpty();

    system()
        .drop(
            "restock_thresholds/2026/11/20/restock_thresholds.json",
            "{\"ThresholdList\": [{\"ItemId\": \"guarded-item\", \"RestockIfBelow\": 31}]}");

    eventually(() -> assertThat(lettersAbout("guarded-item")).hasSize(1));
    assertThat(lettersAbout("guarded-item").get(0).subject())
        .isEqualTo("Low stock: 1 item in Guarded");
  }

  @Test
  default void anEventOfAWebShopBecomesALevelOnceHoweverOftenItIsPublished() {
    String event =
        """
        {"event_type": "product_added", "warehouse": "Online shop", "event_id": "e-1",
         "product": {"product_id": "P98765", "product_name": "Laptop", "quantity": 10,
         "timestamp": "2023-09-11T12:00:00Z"}}
        """;

    publish("P98765", event);
    publish("P98765", event);
    publish("P98765", event.replace("\"quantity\": 10", "\"quantity\": 5").replace("e-1", "e-2"));

    eventually(() -> assertThat(levels("Online shop")).isEqualTo(units("P98765", 15)));
  }

  @Test
  default void theReportsAnswerWhatAWarehouseHasWhatIsAboveAndTheTotal() {
    drop(
        "reported.csv",
        Fact.change("Reported 1", "reported", TIME, 9_007_199_254_740_993L),
        Fact.change("Reported 1", "few", TIME, 5),
        Fact.change("Reported 2", "reported", TIME, -2));
    eventually(() -> assertThat(levels("Reported 2")).isEqualTo(units("reported", -2)));

    eventually(
        () -> {
          assertThat(levels("Reported 1"))
              .isEqualTo(Map.of("reported", units(9_007_199_254_740_993L), "few", units(5)));
          assertThat(reports().items("Reported 1", 5))
              .extracting(StockedItem::itemId)
              .containsExactly("reported");
          assertThat(reports().item("reported").orElseThrow().total())
              .isEqualTo(units(9_007_199_254_740_991L));
        });
  }

  @Test
  default void theValidationFindsALevelBelowZero() throws Exception {
    drop("negative.csv", Fact.change("Negative", "negative-item", Instant.now(), -4));
    eventually(() -> assertThat(levels("Negative")).isEqualTo(units("negative-item", -4)));

    assertThat(system().stack().startValidation().waitFor()).isEqualTo(1);

    assertThat(system().read(reports().latestRun().orElseThrow().findingsKey()))
        .contains("negative-level")
        .contains("negative-item");
  }

  @Test
  default void theDashboardTakesAFileAndShowsItsLevels() {
    dashboard().openAs("operator", "files");
    dashboard().awaitHeading("Files");
    dashboard().drop("seen.csv", "store,item,count\nSeen,Seen item,41\n");
    dashboard().awaitText(dashboard().rowOf("seen.csv"), "Applied");

    dashboard().open("warehouses/Seen");

    dashboard().awaitText(dashboard().rowOf("Seen item"), "41");
    dashboard().open("items/Seen%20item?warehouse=Seen");
    dashboard().awaitText(By.className("sum"), "41");
  }

  private ReportingClient reports() {
    return new ReportingClient(system().stack().api(), system().stack().token());
  }

  private void drop(String name, Fact... facts) {
    InventoryFile file =
        InventoryFile.changes("inventory_files/" + name, Dialect.PLAIN, List.of(facts));
    system().drop(file.key(), file.text());
  }

  private void publish(String product, String event) {
    system()
        .clients()
        .kinesis()
        .orElseThrow()
        .putRecord(
            r ->
                r.streamName(system().stack().stream().orElseThrow())
                    .partitionKey(product)
                    .data(SdkBytes.fromUtf8String(event)));
  }

  private Map<String, BigInteger> levels(String warehouse) throws InterruptedException {
    return Verdict.levels(reports(), warehouse);
  }

  private FileStatus statusOf(String key) throws InterruptedException {
    return reports().files(LocalDate.now(ZoneOffset.UTC)).stream()
        .filter(file -> file.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new LaunchException(key + " is not recorded yet"))
        .status();
  }

  private List<Letter> lettersAbout(String item) throws Exception {
    return new Mailbox(system().stack().state().mail())
        .letters().stream().filter(letter -> letter.body().contains(item)).toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(PATIENCE)
        // Until its first file is applied, a warehouse does not exist.
        .ignoreException(LaunchException.class)
        .untilAsserted(assertion);
  }

  private static BigInteger units(long units) {
    return BigInteger.valueOf(units);
  }

  private static Map<String, BigInteger> units(String item, long units) {
    return Map.of(item, units(units));
  }
}
