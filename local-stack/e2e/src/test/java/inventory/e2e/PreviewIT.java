package inventory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.launcher.verify.ReportingClient;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.resource.Queues;
import inventory.model.table.AlertItem;
import inventory.stack.Service;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a preview says of a file is what happens when the file is dropped. */
@Tag("full")
class PreviewIT {

  private static final int FILES = 10;
  private static final int ROWS = 12;
  private static final List<String> WAREHOUSES = List.of("Preview 1", "Preview 2");
  private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e");
  private static final int COUNT_ONE_IN = 3;
  private static final int SAME_ONE_IN = 4;
  private static final int ODD_ONE_IN = 8;

  private static Deployment system;
  private static Inbox inbox;

  private final Random random = new Random(31);

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new Deployment("preview", Arrays.asList(Service.values()), Map.of());
    inbox = new Inbox(system.resources());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void lateRowsCountsAndTheSameContentDoWhatThePreviewSays() throws Exception {
    List<String> files = new ArrayList<>();
    for (int number = 0; number < FILES; number++) {
      boolean isSame = number > 2 && random.nextInt(SAME_ONE_IN) == 0;
      String file = isSame ? files.get(random.nextInt(files.size())) : file(number);
      files.add(file);
      assertHappensAsPreviewed(number, file);
    }
    assertThat(Set.copyOf(files)).as("some content came twice").hasSizeLessThan(FILES);
  }

  private void assertHappensAsPreviewed(int number, String file) throws Exception {
    Map<StockKey, BigInteger> levels = levels();
    Map<AlertId, AlertRecord> alerts = alerts();

    JsonNode preview = system.reports().preview(file.getBytes(UTF_8));
    inbox.drop(new InventoryFile("preview/%02d.csv".formatted(number), file, List.of()));
    inbox.awaitEmpty(Queues.INGEST);
    inbox.awaitAllEmpty();

    for (JsonNode change : preview.get("levels")) {
      StockKey key = new StockKey(change.get("warehouse").asText(), change.get("itemId").asText());
      BigInteger before = levels.put(key, change.get("to").bigIntegerValue());
      assertThat(change.get("from").isNull() ? null : change.get("from").bigIntegerValue())
          .isEqualTo(before);
    }
    assertThat(levels()).as("file %d:%n%s%n%s", number, file, preview).isEqualTo(levels);
    assertFile(number, preview);
    assertAlerts(preview, alerts, alerts());
  }

  private void assertFile(int number, JsonNode preview) throws InterruptedException {
    String key = "preview/%02d.csv".formatted(number);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ReportingClient.File file =
        Stream.concat(
                system.reports().files(today).stream(),
                system.reports().files(today.minusDays(1)).stream())
            .filter(listed -> listed.key().equals(key))
            .findFirst()
            .orElseThrow();
    assertThat(file.status()).isEqualTo(FileStatus.valueOf(preview.get("status").asText()));
    assertThat(file.rowsApplied()).isEqualTo(preview.get("rowsApplied").asLong());
    assertThat(file.rowsRejected()).isEqualTo(preview.get("rowsRejected").asLong());
  }

  /** People are notified of exactly the declines that the preview lists. */
  private static void assertAlerts(
      JsonNode preview, Map<AlertId, AlertRecord> before, Map<AlertId, AlertRecord> after) {
    Map<AlertId, StockState> declines = new HashMap<>();
    for (JsonNode alert : preview.get("alerts")) {
      StockState to = StockState.valueOf(alert.get("to").asText());
      AlertId id =
          AlertId.of(new StockKey(alert.get("warehouse").asText(), alert.get("itemId").asText()));
      assertThat(after.get(id).state()).isEqualTo(to);
      if (to != StockState.OK) {
        declines.put(id, to);
      }
    }
    Map<AlertId, StockState> notified = new HashMap<>();
    after.forEach(
        (id, record) -> {
          if (record.notifications() > before.getOrDefault(id, AlertRecord.NONE).notifications()) {
            notified.put(id, record.state());
          }
        });
    assertThat(notified).isEqualTo(declines);
  }

  private String file(int number) {
    return number % COUNT_ONE_IN == COUNT_ONE_IN - 1 ? counts() : changes();
  }

  /** Some rows are before the counts, some after the present, some are bad, some change nothing. */
  private String changes() {
    StringBuilder file =
        new StringBuilder("Timestamp;WarehouseName;ItemId;ItemName;StockLevelChange\n");
    for (int i = 0; i < ROWS; i++) {
      Duration offset = Duration.ofMinutes(random.nextInt(10, 200));
      Instant time =
          random.nextInt(ODD_ONE_IN) == 0
              ? Instant.now().plus(offset)
              : Instant.now().minus(offset);
      boolean isBad = random.nextInt(ODD_ONE_IN) == 0;
      int units = random.nextInt(ODD_ONE_IN) == 0 ? 0 : random.nextInt(-9, 16);
      file.append(
          "%s;%s;%s;Name;%d\n"
              .formatted(isBad ? "noon" : time, one(WAREHOUSES), one(ITEMS), units));
    }
    return file.toString();
  }

  private String counts() {
    StringBuilder file = new StringBuilder("store,item,count\n");
    for (int i = 0; i < ROWS / 2; i++) {
      int units = random.nextInt(ODD_ONE_IN) == 0 ? -1 : random.nextInt(30);
      file.append("%s,%s,%d\n".formatted(one(WAREHOUSES), one(ITEMS), units));
    }
    return file.toString();
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static Map<StockKey, BigInteger> levels() throws InterruptedException {
    Map<StockKey, BigInteger> levels = new TreeMap<>();
    List<String> known = system.reports().warehouses();
    for (String warehouse : WAREHOUSES) {
      if (known.contains(warehouse)) {
        Verdict.levels(system.reports(), warehouse)
            .forEach((item, units) -> levels.put(new StockKey(warehouse, item), units));
      }
    }
    return levels;
  }

  private static Map<AlertId, AlertRecord> alerts() {
    Map<AlertId, AlertRecord> alerts = new HashMap<>();
    for (String warehouse : WAREHOUSES) {
      for (String itemId : ITEMS) {
        AlertId id = AlertId.of(new StockKey(warehouse, itemId));
        Map<String, AttributeValue> item =
            system
                .resources()
                .dynamoDb()
                .getItem(
                    r ->
                        r.tableName(system.resources().table())
                            .key(AlertItem.key(id))
                            .consistentRead(true))
                .item();
        alerts.put(id, item.isEmpty() ? AlertRecord.NONE : AlertItem.of(item).record());
      }
    }
    return alerts;
  }
}
