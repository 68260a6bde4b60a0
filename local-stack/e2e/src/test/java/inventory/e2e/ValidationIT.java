package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Upload;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import inventory.stack.Service;
import inventory.testkit.Resources;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The nightly validation of a day's files, which three processes have ingested. */
@Tag("full")
class ValidationIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final String NO_HEADER = "inventory_files/2026/11/20/no-header.csv";
  private static final String BAD_ROWS = "inventory_files/2026/11/20/bad-rows.csv";
  private static final String DELETED = "inventory_files/2026/11/20/deleted.csv";
  private static final String COPY = "inventory_files/2026/11/20/copy.csv";
  private static final String STUCK = "inventory_files/2026/11/20/stuck.csv";
  // Too many rows for their movement to keep.
  private static final int MANY = 12_000;

  /** Files that are dropped without a pause; the others one by one, to know their order. */
  private static final int AT_ONCE = 36;

  private static Deployment system;
  private static Inbox inbox;

  private final List<String> arrived = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "validation", List.of(Service.INGEST, Service.INGEST, Service.INGEST), Map.of());
    inbox = new Inbox(system.resources());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void plantedDefectsAndNothingElseAreFoundInTheOrderOfArrival() throws Exception {
    Instant now = Instant.now();
    PlantedDefects defects = new PlantedDefects(now.minus(Duration.ofHours(20)));
    plantRows(defects, now);
    List<InventoryFile> files = defects.files();
    files.subList(0, AT_ONCE).forEach(inbox::drop);
    awaitWaiting(AT_ONCE);
    files.subList(AT_ONCE, files.size()).forEach(file -> drop(file.key(), file.text()));
    drop(COPY, files.get(7).text());
    drop(NO_HEADER, "what is this?\n");
    drop(BAD_ROWS, "store,item,count\nBerlin 9,a,1\nBerlin 9,b,-1\nBerlin 9,c,many\n");
    drop(DELETED, manyRowsOfOneItem(now.minus(Duration.ofHours(1))));
    inbox.awaitEmpty();
    plantOthers(defects);

    RunningWorker worker =
        new RunningWorker(system, "planted", Map.of("INVENTORY_FILE_PATIENCE", "1s"));

    assertThat(worker.exitCode()).as(worker::toString).isEqualTo(1);
    assertThat(Findings.of(system.resources()))
        .containsExactlyInAnyOrderElementsOf(defects.expected());
    assertThat(worker.journal()).hasSize(AT_ONCE * PlantedDefects.ROWS + expectedJournal().size());
    assertThat(filesIn(worker.journal()))
        .doesNotHaveDuplicates()
        .endsWith(filesIn(expectedJournal()).toArray(String[]::new));
    assertThat(worker.journal()).containsSequence(expectedJournal());

    putStuck(FileStatus.REJECTED);
    RunningWorker next = RunningWorker.run(system, "next");
    assertThat(next.exitCode()).as(next::toString).isEqualTo(1);
    assertThat(next.journal()).as("transactions checked in the first run").isEmpty();
    assertThat(Findings.of(system.resources()))
        .as("the file that was not finished, and findings that remain")
        .containsExactlyInAnyOrder(
            STUCK + ": rejected", "Berlin 1/it-0-1: level", "Berlin 4/it-0-3: level");
  }

  /** The bad rows. */
  private static void plantRows(PlantedDefects defects, Instant now) {
    String good = "\tBerlin 1\tother\tOther\t5";
    defects.plant(3, 199, now.plus(Duration.ofHours(2)) + good, "future-timestamp");
    defects.plant(4, 0, now.minus(Duration.ofDays(40)) + good, "old-timestamp");
    defects.plant(5, 90, defects.time(5, 80) + good, "backwards-timestamp");
    defects.plant(6, 17, defects.row(6, 17, "Berlin 1", "other", "Other", 0), "zero-change");
    defects.plant(7, 1, defects.row(7, 1, "Berlin 1", "rare", "Rare", -1), "negative-level");
    defects.plant(
        8,
        44,
        defects.row(8, 44, "Berlin 2", PlantedDefects.item(8, 4), "Another", 1),
        "two-names");
    // Each is correct within its own file and warehouse.
    defects.plant(9, 2, defects.row(9, 2, "Berlin 1", "shared", "Tea", 1), "");
    defects.expected().remove(defects.expected().size() - 1);
    defects.plant(10, 2, defects.row(10, 2, "Berlin 2", "shared", "Coffee", 1), "two-names");
    defects.plant(
        11, 199, defects.row(11, 199, "BERLIN  05", "other", "Other", 1), "similar-warehouse");
  }

  /** Defects that are not in rows. */
  private void plantOthers(PlantedDefects defects) {
    defects.expect(NO_HEADER, -1, "rejected");
    defects.expect(BAD_ROWS, -1, "rejected");
    delete(DELETED);
    defects.expect(DELETED, -1, "unreadable");
    StockKey altered = new StockKey("Berlin 1", PlantedDefects.item(0, 1));
    alterMovementOf(altered);
    defects.expect(PlantedDefects.key(0), 1, "movements");
    defects.expect("Berlin 1/it-0-1", -1, "level");
    alterLevelOf(new StockKey("Berlin 4", PlantedDefects.item(0, 3)));
    defects.expect("Berlin 4/it-0-3", -1, "level");
    silence("Berlin 8");
    defects.expect("Berlin 8/", -1, "missing-file");
    send(
        "stuck",
        "{\"fileId\":\"%s\",\"key\":\"%s\",\"version\":\"1\",\"versioned\":true,\"size\":3,\"arrivedAt\":\"2026-11-20T08:00:00Z\"}"
            .formatted(putStuck(FileStatus.PROCESSING), STUCK));
    defects.expect(STUCK, -1, "unfinished");
    send("poison", "no JSON");
    defects.expect("", -1, "message");
  }

  private static String manyRowsOfOneItem(Instant start) {
    StringBuilder text =
        new StringBuilder("Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n");
    for (int row = 0; row < MANY; row++) {
      text.append(start.plusMillis(row)).append("\tBerlin 1\tgone\tGone\t1\n");
    }
    return text.toString();
  }

  /** Drops a file and waits for its message to the validation, which determines its arrival. */
  private void drop(String key, String text) {
    int before = inbox.waiting(Queues.VALIDATION);
    inbox.drop(new InventoryFile(key, text, List.of()));
    awaitWaiting(before + 1);
    arrived.add(key);
  }

  private static void awaitWaiting(int messages) {
    await(messages + " files named for the validation")
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> inbox.waiting(Queues.VALIDATION) >= messages);
  }

  /** The files of a journal, each as often as it was started. */
  private static List<String> filesIn(List<String> journal) {
    List<String> files = new ArrayList<>();
    for (String entry : journal) {
      String file = entry.substring(0, entry.indexOf(' '));
      if (files.isEmpty() || !files.get(files.size() - 1).equals(file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** Every good row of the applied, readable files, in the order of arrival. */
  private List<String> expectedJournal() {
    Resources resources = system.resources();
    List<String> journal = new ArrayList<>();
    for (String key : arrived) {
      if (List.of(COPY, NO_HEADER, DELETED).contains(key)) {
        continue;
      }
      String fileId = Findings.fileIdOf(resources, key);
      int rows = key.equals(BAD_ROWS) ? 1 : PlantedDefects.ROWS;
      IntStream.range(0, rows).forEach(row -> journal.add(fileId + " " + (row + 2)));
    }
    return journal;
  }

  private static void delete(String key) {
    Resources resources = system.resources();
    String version =
        resources.s3().headObject(r -> r.bucket(resources.bucket()).key(key)).versionId();
    resources.s3().deleteObject(r -> r.bucket(resources.bucket()).key(key).versionId(version));
  }

  private static void alterMovementOf(StockKey key) {
    Resources resources = system.resources();
    Map<String, AttributeValue> first =
        resources
            .dynamoDb()
            .query(
                r ->
                    r.tableName(resources.table())
                        .keyConditionExpression("pk = :pk")
                        .limit(1)
                        .expressionAttributeValues(Map.of(":pk", text(Keys.movements(key)))))
            .items()
            .get(0);
    add(first, "change", 3);
  }

  private static void alterLevelOf(StockKey key) {
    Map<String, AttributeValue> level = LevelItem.key(key);
    add(level, LevelItem.STOCK_LEVEL, 7);
  }

  private static void add(Map<String, AttributeValue> item, String attribute, int units) {
    Resources resources = system.resources();
    resources
        .dynamoDb()
        .updateItem(
            r ->
                r.tableName(resources.table())
                    .key(Map.of(Table.PK, item.get(Table.PK), Table.SK, item.get(Table.SK)))
                    .updateExpression("ADD #a :units")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(
                        Map.of(":units", AttributeValue.fromN(String.valueOf(units)))));
  }

  /** A warehouse that reported on each of the seven days before yesterday. */
  private static void silence(String warehouse) {
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    update(warehouse, WarehouseItem.announce(warehouse));
    for (int day = 1; day <= 7; day++) {
      update(warehouse, WarehouseItem.reported(yesterday.minusDays(day)));
    }
  }

  private static void update(String warehouse, ItemUpdate update) {
    Resources resources = system.resources();
    resources
        .dynamoDb()
        .updateItem(update.request(resources.table(), WarehouseItem.key(warehouse)).build());
  }

  /** The record of a file in a status; returns its id. */
  private static String putStuck(FileStatus status) {
    Resources resources = system.resources();
    Upload upload = new Upload(STUCK, "1", true, 3, Instant.parse("2026-11-20T08:00:00Z"));
    Map<String, AttributeValue> record =
        new HashMap<>(
            FileItem.received(FileState.received(upload, FileKind.UNKNOWN), Optional.empty()));
    record.keySet().removeAll(Set.of(Table.INDEX_PK, Table.INDEX_SK));
    record.put(FileItem.STATUS, text(status.name()));
    resources.dynamoDb().putItem(r -> r.tableName(resources.table()).item(record));
    return upload.fileId();
  }

  private static void send(String id, String body) {
    Resources resources = system.resources();
    String url = resources.queueUrl(resources.queue(Queues.VALIDATION));
    resources
        .sqs()
        .sendMessage(
            r ->
                r.queueUrl(url)
                    .messageBody(body)
                    .messageGroupId("files")
                    .messageDeduplicationId(id));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
