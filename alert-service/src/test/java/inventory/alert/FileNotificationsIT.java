package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The notifications about files to operations (requirement A5). */
class FileNotificationsIT {

  private static final String API = "http://127.0.0.1:8080/v1";

  @Test
  void aFileWithProblemsIsReportedOnceDespiteRedeliveries() {
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.api", API))) {
      put(alert, "f1", FileStatus.PARTIAL);
      put(alert, "f2", FileStatus.APPLIED);

      Stream.of("f1", "f2", "f1", "f1").forEach(alert::sendFinished);
      alert.awaitHandled();

      assertThat(alert.mails()).isEmpty();
      assertThat(alert.operationsMails()).hasSize(1);
      Mail mail = alert.operationsMails().get(0);
      assertThat(mail.subject()).isEqualTo("File PARTIAL: inventory_files/f1.csv");
      assertThat(mail.text())
          .isEqualTo(
              """
              File      inventory_files/f1.csv
              Uploaded  2026-11-21T12:00:00Z
              Size      123 bytes
              Kind      TRANSACTIONS
              Status    PARTIAL
              Applied   40 rows
              Rejected  2 rows
              Reason    2 rows were rejected
              Record    f1

              Rejected:
                line 3, column ItemId: is empty
                line 9, column StockLevelChange: "x" must be a whole number

              All rejects: http://127.0.0.1:8080/#/files/f1
              """);
    }
  }

  @Test
  void onRequestEachFileIsReported() {
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.file-notices", "all"))) {
      put(alert, "f2", FileStatus.APPLIED);
      alert.sendFinished("f2");
      alert.awaitHandled();

      assertThat(alert.operationsMails())
          .extracting(Mail::subject)
          .containsExactly("File APPLIED: inventory_files/f2.csv");
    }
  }

  @Test
  void onRequestNoFileIsReported() {
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.file-notices", "none"))) {
      put(alert, "f1", FileStatus.REJECTED);
      alert.sendFinished("f1");
      alert.awaitHandled();

      assertThat(alert.operationsMails()).isEmpty();
    }
  }

  private static void put(AlertFixture alert, String fileId, FileStatus status) {
    boolean applied = status == FileStatus.APPLIED;
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, Levels.text(Keys.file(fileId)));
    item.put(Table.SK, Levels.text(Keys.ONLY));
    item.put("fileId", Levels.text(fileId));
    item.put("key", Levels.text("inventory_files/" + fileId + ".csv"));
    item.put("size", AttributeValue.fromN("123"));
    item.put("receivedAt", Levels.text("2026-11-21T12:00:00Z"));
    item.put("kind", Levels.text("TRANSACTIONS"));
    item.put("status", Levels.text(status.name()));
    item.put("rowsApplied", AttributeValue.fromN("40"));
    item.put("rowsRejected", AttributeValue.fromN(applied ? "0" : "2"));
    if (!applied) {
      item.put("reason", Levels.text("2 rows were rejected"));
      item.put("rejectsKey", Levels.text("rejected/inventory_files/" + fileId + ".csv"));
      item.put(
          "firstRejects",
          AttributeValue.fromL(
              List.of(
                  Levels.text("line 3, column ItemId: is empty"),
                  Levels.text("line 9, column StockLevelChange: \"x\" must be a whole number"))));
    }
    alert.levels().put(item);
  }
}
