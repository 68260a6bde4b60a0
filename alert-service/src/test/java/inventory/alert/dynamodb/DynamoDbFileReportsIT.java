package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Audience;
import inventory.alert.notification.FileReport;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FileEvent;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.Trigger;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbFileReportsIT {

  private static final Instant RECEIVED = Instant.parse("2026-11-21T11:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final List<Delivery> DELIVERIES = List.of(new Delivery(Audience.OPERATIONS, NOW));

  private static Resources resources;
  private static StoredStock table;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    table = new StoredStock(resources);
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @Test
  void aFileIsReportedAsItsRecordSays() {
    Map<String, AttributeValue> item = file("full", FileStatus.PARTIAL);
    item.put("rowsApplied", number(7));
    item.put("rowsRejected", number(2));
    item.put("reason", text("2 rows were rejected"));
    item.put(
        "firstRejects",
        AttributeValue.fromL(List.of(text("line 2: ItemId is empty"), text("line 3: no number"))));
    item.put("rejectsKey", text("rejected/a.csv"));
    table.put(item);

    assertThat(reports().find("full"))
        .isEqualTo(
            new FileReport(
                "full",
                "a.csv",
                123,
                RECEIVED,
                FileKind.COUNT,
                FileStatus.PARTIAL,
                7,
                2,
                "2 rows were rejected",
                List.of("line 2: ItemId is empty", "line 3: no number"),
                Optional.of("rejected/a.csv")));
  }

  @Test
  void absentAttributesAreEmptyOrZero() {
    table.put(file("bare", FileStatus.REJECTED));

    assertThat(reports().find("bare"))
        .isEqualTo(
            new FileReport(
                "bare",
                "a.csv",
                123,
                RECEIVED,
                FileKind.COUNT,
                FileStatus.REJECTED,
                0,
                0,
                "",
                List.of(),
                Optional.empty()));
  }

  @Test
  void aFileWithoutARecordIsAnError() {
    assertThatThrownBy(() -> reports().find("nobody"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no record of file nobody");
  }

  @Test
  void aFileIsReportedOnceEvenAfterItsNotificationWasSent() {
    table.put(file("once", FileStatus.HELD));
    Trigger trigger = new Trigger("FILE#once", "a.csv", NOW);

    reports().notifyOnce(reports().find("once"), DELIVERIES, trigger);
    reports().notifyOnce(reports().find("once"), DELIVERIES, trigger);

    List<Entry> due = due("FILE#once");
    assertThat(due).extracting(Entry::event).containsExactly(new FileEvent("once"));

    table.outbox().complete(Audience.OPERATIONS, due);
    reports()
        .notifyOnce(
            reports().find("once"),
            DELIVERIES,
            new Trigger("FILE#once", "a.csv", NOW.plusSeconds(9)));
    assertThat(due("FILE#once")).isEmpty();
  }

  /** An operator released it between the read and the write: its next end is notified of. */
  @Test
  void aFileThatChangedSinceItWasReadIsNotReported() {
    table.put(file("released", FileStatus.HELD));
    FileReport held = reports().find("released");
    table.put(file("released", FileStatus.RECEIVED));
    Trigger trigger = new Trigger("FILE#released", "a.csv", NOW);

    reports().notifyOnce(held, DELIVERIES, trigger);

    assertThat(due("FILE#released")).isEmpty();
    table.put(file("released", FileStatus.REJECTED));
    reports().notifyOnce(reports().find("released"), DELIVERIES, trigger);
    assertThat(due("FILE#released")).hasSize(1);
  }

  @Test
  void aNotificationKeepsTheRestOfTheRecord() {
    Map<String, AttributeValue> before = file("rest", FileStatus.HELD);
    table.put(before);

    reports()
        .notifyOnce(reports().find("rest"), DELIVERIES, new Trigger("FILE#rest", "a.csv", NOW));

    assertThat(
            resources
                .dynamoDb()
                .getItem(g -> g.tableName(resources.table()).key(key(Keys.file("rest"), Keys.ONLY)))
                .item())
        .containsAllEntriesOf(before)
        .containsEntry("noticedAt", text("2026-11-21T12:00:00Z"))
        .hasSize(before.size() + 1);
  }

  private static List<Entry> due(String batch) {
    return table.outbox().due(Audience.OPERATIONS, NOW.plusSeconds(9)).stream()
        .filter(entry -> batch.equals(entry.batch()))
        .toList();
  }

  private static DynamoDbFileReports reports() {
    return new DynamoDbFileReports(resources.dynamoDb(), resources.table());
  }

  private static Map<String, AttributeValue> file(String fileId, FileStatus status) {
    Map<String, AttributeValue> item = new HashMap<>(key(Keys.file(fileId), Keys.ONLY));
    item.put("fileId", text(fileId));
    item.put("key", text("a.csv"));
    item.put("size", number(123));
    item.put("receivedAt", text(RECEIVED.toString()));
    item.put("kind", text(FileKind.COUNT.name()));
    item.put("status", text(status.name()));
    return item;
  }
}
