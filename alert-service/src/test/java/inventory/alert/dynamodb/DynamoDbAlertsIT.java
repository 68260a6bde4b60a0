package inventory.alert.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.AlertsContract;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.Transition;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbAlertsIT extends AlertsContract {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Trigger OCCASION = new Trigger("batch", "a.csv", NOW);

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

  @Override
  protected Alerts alerts() {
    return table.alerts();
  }

  @Override
  protected Outbox outbox() {
    return table.outbox();
  }

  @Override
  protected void snooze(AlertId alert, Instant until) {
    table.snooze(alert, until);
  }

  @Test
  void anOpenAlertIsInTheIndexByStateUntilItRecovers() {
    AlertId alert = AlertId.of(new StockKey("Berlin", "indexed"));
    Transition out = transition(alert, AlertRecord.NONE, record(StockState.OUT, 1));
    alerts().write(List.of(out), OCCASION);

    assertThat(table.alertItem(alert))
        .containsEntry(Table.INDEX_PK, text("ALERTS#OPEN"))
        .containsEntry(
            Table.INDEX_SK, text("OUT#2026-11-21T12:00:00.000000000Z#" + alert.digest()));
    assertThat(openAlerts()).contains("indexed");

    alerts().write(List.of(transition(alert, out.after(), record(StockState.OK, 2))), OCCASION);

    assertThat(table.alertItem(alert)).doesNotContainKeys(Table.INDEX_PK, Table.INDEX_SK);
    assertThat(openAlerts()).doesNotContain("indexed");
  }

  @Test
  void anAlertIsStoredAsTheTableDesignSays() {
    AlertId alert = AlertId.of(new StockKey("Berlin", "designed"));

    alerts()
        .write(List.of(transition(alert, AlertRecord.NONE, record(StockState.LOW, 1))), OCCASION);

    assertThat(table.alertItem(alert))
        .containsEntry(Table.PK, text("ITEM#designed"))
        .containsEntry(Table.SK, text("ALERT#Berlin"))
        .containsEntry("itemId", text("designed"))
        .containsEntry("warehouse", text("Berlin"))
        .containsEntry("itemName", text("Echo"))
        .containsEntry("state", text("LOW"))
        .containsEntry("noticed", text("LOW"))
        .containsEntry("since", text("2026-11-21T12:00:00Z"))
        .containsEntry("stockLevel", number(3))
        .containsEntry("restockIfBelow", number(10))
        .containsEntry("revision", number(1));
  }

  @Test
  void theLongestNamesHaveAlerts() {
    String longest = "\uD83D\uDCE6".repeat(512);
    AlertId alert = AlertId.of(new StockKey(longest, longest));
    List<AlertId> many =
        IntStream.range(0, Alerts.MAX_WRITES)
            .mapToObj(i -> AlertId.of(new StockKey(longest, longest.substring(4) + i)))
            .toList();

    assertThat(
            alerts()
                .write(
                    List.of(transition(alert, AlertRecord.NONE, record(StockState.LOW, 1))),
                    OCCASION))
        .isTrue();
    assertThat(
            alerts()
                .write(
                    many.stream()
                        .map(one -> transition(one, AlertRecord.NONE, record(StockState.LOW, 1)))
                        .toList(),
                    OCCASION))
        .isTrue();

    assertThat(alerts().read(List.of(alert)).get(alert)).isEqualTo(record(StockState.LOW, 1));
    assertThat(alerts().read(many).values()).containsOnly(record(StockState.LOW, 1));
  }

  @Test
  void twoHundredAndFiftyAlertsAreReadAtOnce() {
    List<AlertId> many =
        IntStream.range(0, 250).mapToObj(i -> AlertId.ofTotal("read" + i)).toList();
    Transition last = transition(many.get(249), AlertRecord.NONE, record(StockState.LOW, 1));
    alerts().write(List.of(last), OCCASION);

    Map<AlertId, AlertRecord> records = alerts().read(many);

    assertThat(records).hasSize(250).containsEntry(many.get(249), last.after());
    assertThat(records.get(many.get(0))).isEqualTo(AlertRecord.NONE);
  }

  private static List<String> openAlerts() {
    return resources
        .dynamoDb()
        .queryPaginator(
            q ->
                q.tableName(resources.table())
                    .indexName(Table.INDEX)
                    .keyConditionExpression("gsi1pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text(Keys.OPEN_ALERTS))))
        .items()
        .stream()
        .map(item -> item.get("itemId"))
        .map(AttributeValue::s)
        .toList();
  }

  private static Transition transition(AlertId alert, AlertRecord before, AlertRecord after) {
    return new Transition(
        new StockStatus(alert, "Echo", BigInteger.valueOf(3), 10, false), before, after);
  }

  private static AlertRecord record(StockState state, long revision) {
    return new AlertRecord(
        state,
        state,
        state == StockState.OK ? Optional.empty() : Optional.of(NOW),
        Optional.of(new AlertRecord.Notice(state, NOW)),
        Optional.empty(),
        Optional.empty(),
        revision,
        revision);
  }
}
