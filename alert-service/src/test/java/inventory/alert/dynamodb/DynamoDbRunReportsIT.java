package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.RunItems;
import inventory.alert.domain.RunReportsContract;
import inventory.alert.notification.Audience;
import inventory.alert.notification.RunReport;
import inventory.alert.notification.Runs;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import inventory.model.table.Keys;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbRunReportsIT extends RunReportsContract {

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

  /** Keeps the mark of the last notification, as validation-worker's writes do. */
  @Override
  protected void put(RunReport run) {
    RunItems.put(resources, run);
  }

  @Override
  protected RunReports reports() {
    return new DynamoDbRunReports(resources.dynamoDb(), resources.table());
  }

  @Override
  protected Outbox outbox() {
    return table.outbox();
  }

  @Test
  void aNotificationDoesNotChangeTheRunsRecord() {
    put(Runs.withFindings("rest"));
    Map<String, AttributeValue> before = record("rest");

    reports()
        .notifyOnce(
            "rest",
            1,
            List.of(new Delivery(Audience.OPERATIONS, Runs.ENDED)),
            new Trigger("RUN#rest#1", "validation run", Runs.ENDED));

    assertThat(record("rest")).isEqualTo(before);
  }

  @Test
  void aRunThatHasJustStartedHasOnlyItsStart() {
    Map<String, AttributeValue> item = new HashMap<>(key(Keys.run("young"), Keys.ONLY));
    item.put("runId", text("young"));
    item.put("startedAt", text(Runs.STARTED.toString()));
    item.put("state", text("RUNNING"));
    table.put(item);

    RunReport young = reports().find("young");

    assertThat(young.endedAt()).isEmpty();
    assertThat(young.findingsKey()).isEmpty();
    assertThat(young.findings()).isEmpty();
    assertThat(young.worst()).isEmpty();
    assertThat(young.endings()).isZero();
  }

  private static Map<String, AttributeValue> record(String runId) {
    return resources
        .dynamoDb()
        .getItem(g -> g.tableName(resources.table()).key(key(Keys.run(runId), Keys.ONLY)))
        .item();
  }
}
