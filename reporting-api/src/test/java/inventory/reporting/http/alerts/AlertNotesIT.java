package inventory.reporting.http.alerts;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users acknowledge and snooze alerts. */
class AlertNotesIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00Z");

  private final Instant tomorrow =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  private final StoredFacts facts = FIXTURE.facts();
  private final StoredAlerts alerts = FIXTURE.alerts();

  @Test
  void anAcknowledgedAlertHasTheTimeAndStaysOpen() {
    AlertId id = in("Berlin 1", "noted");
    facts.level("Berlin 1", "noted", "3");
    alerts.open(id, StockState.LOW, SINCE);
    Instant before = Instant.now();

    ReportingApi.Answer answer =
        FIXTURE.api().post("/alerts/acknowledge?warehouse=Berlin%201&itemId=noted");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String at = answer.body().get("acknowledgedAt").getStringValue();
    assertThat(Instant.parse(at)).isBetween(before.truncatedTo(ChronoUnit.MICROS), Instant.now());
    assertThat(answer.text())
        .isEqualTo(
            "{\"warehouse\":\"Berlin 1\",\"itemId\":\"noted\",\"itemName\":\"Name of noted\","
                + "\"state\":\"LOW\",\"stockLevel\":3,\"restockIfBelow\":10,"
                + "\"since\":\"2026-02-15T12:00:00Z\",\"acknowledgedAt\":\""
                + at
                + "\",\"acknowledgedBy\":\"operator\",\"acknowledgedNote\":null,"
                + "\"snoozedUntil\":null,"
                + "\"snoozedBy\":null,\"snoozedNote\":null,\"order\":{\"quantity\":17,\"upTo\":20,"
                + "\"packSize\":null,\"perDay\":null,\"daysOfCover\":null,\"stockOutOn\":null,"
                + "\"explanation\":\"3 left, too little history; order 17 = 2 x 10 - 3\"}}");
    Map<String, ?> record = alerts.alert(id);
    assertThat(record.get("acknowledgedAt")).isEqualTo(fromS(Instant.parse(at).toString()));
    assertThat(record.get(Table.INDEX_PK)).isEqualTo(fromS(Keys.OPEN_ALERTS));
    assertThat(alerts.revision(id)).isEqualTo(2);
    assertThat(FIXTURE.api().get("/alerts?warehouse=Berlin%201").text()).contains(answer.text());
  }

  @Test
  void aNoteIsKeptWithTheDecision() {
    alerts.open(in("Berlin 1", "explained"), StockState.LOW, SINCE);

    FIXTURE
        .api()
        .post("/alerts/acknowledge?warehouse=Berlin%201&itemId=explained&note=ordered%2020");
    ReportingApi.Answer answer =
        FIXTURE
            .api()
            .post(
                "/alerts/snooze?warehouse=Berlin%201&itemId=explained&note=until+Monday",
                until(tomorrow));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("acknowledgedNote").getStringValue()).isEqualTo("ordered 20");
    assertThat(answer.body().get("snoozedNote").getStringValue()).isEqualTo("until Monday");
    ReportingApi.Answer refused =
        FIXTURE
            .api()
            .post(
                "/alerts/acknowledge?warehouse=Berlin%201&itemId=explained&note="
                    + "x".repeat(201));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("parameter").getStringValue()).isEqualTo("note");
  }

  @Test
  void anAcknowledgementIsWithdrawnAndASnoozeEnded() {
    AlertId id = in("Berlin 1", "undone");
    alerts.open(id, StockState.LOW, SINCE);
    String alert = "?warehouse=Berlin%201&itemId=undone";
    FIXTURE.api().post("/alerts/acknowledge?warehouse=Berlin%201&itemId=undone");
    FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=undone", until(tomorrow));

    ReportingApi.Answer answer = FIXTURE.api().ask("DELETE", "/v1/alerts/acknowledge" + alert);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("acknowledgedAt").isNull()).isTrue();
    assertThat(answer.body().get("snoozedUntil").isNull()).isFalse();

    answer = FIXTURE.api().ask("DELETE", "/v1/alerts/snooze" + alert);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("snoozedUntil").isNull()).isTrue();
    assertThat(alerts.snooze(id)).isEmpty();
    assertThat(alerts.revision(id)).isEqualTo(5);

    FIXTURE.api().ask("DELETE", "/v1/alerts/snooze" + alert);
    assertThat(alerts.revision(id)).as("nothing is left to end").isEqualTo(5);
    assertThat(
            FIXTURE
                .api()
                .ask("DELETE", "/v1/alerts/snooze?warehouse=Berlin%201&itemId=never")
                .status())
        .isEqualTo(404);
  }

  @Test
  void anAcknowledgementSentAgainKeepsTheFirstTime() {
    AlertId id = in("Berlin 1", "twice");
    alerts.open(id, StockState.OUT, SINCE);
    String first =
        FIXTURE.api().post("/alerts/acknowledge?warehouse=Berlin%201&itemId=twice").text();

    assertThat(
            FIXTURE
                .api()
                .post("/alerts/acknowledge?warehouse=Berlin%201&itemId=twice", "{}")
                .text())
        .isEqualTo(first);
    assertThat(alerts.revision(id)).isEqualTo(2);
  }

  @Test
  void aSnoozeIsOnTheAlertAndAmongThoseThatEnd() {
    AlertId id = in("Berlin 1", "asleep");
    alerts.open(id, StockState.LOW, SINCE);

    ReportingApi.Answer answer =
        FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=asleep", until(tomorrow));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("snoozedUntil").getStringValue()).isEqualTo(tomorrow.toString());
    assertThat(alerts.alert(id).get("snoozedUntil")).isEqualTo(fromS(tomorrow.toString()));
    assertThat(alerts.revision(id)).isEqualTo(2);
    assertThat(alerts.snooze(id))
        .isEqualTo(
            Map.of(
                Table.PK,
                fromS("ITEM#asleep"),
                Table.SK,
                fromS("SNOOZE#Berlin 1"),
                Table.INDEX_PK,
                fromS("SNOOZES"),
                Table.INDEX_SK,
                fromS(Position.of(tomorrow, id.digest())),
                "itemId",
                fromS("asleep"),
                "warehouse",
                fromS("Berlin 1"),
                "snoozedUntil",
                fromS(tomorrow.toString())));
  }

  @Test
  void anotherSnoozeReplacesTheFirstAndTheSameChangesNothing() {
    AlertId id = in("Berlin 1", "again");
    alerts.open(id, StockState.LOW, SINCE);
    Instant later = tomorrow.plusSeconds(3600);
    FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=again", until(tomorrow));
    FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=again", until(later));

    ReportingApi.Answer again =
        FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=again", until(later));

    assertThat(again.body().get("snoozedUntil").getStringValue()).isEqualTo(later.toString());
    assertThat(alerts.revision(id)).isEqualTo(3);
    assertThat(alerts.snooze(id))
        .containsEntry("snoozedUntil", fromS(later.toString()))
        .containsEntry(Table.INDEX_SK, fromS(Position.of(later, id.digest())));
  }

  @Test
  void aSnoozeAndAnAcknowledgementStandSideBySide() {
    alerts.open(in("Berlin 1", "both"), StockState.LOW, SINCE);
    FIXTURE.api().post("/alerts/acknowledge?warehouse=Berlin%201&itemId=both");
    FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=both", until(tomorrow));

    assertThat(alerts.alert(in("Berlin 1", "both")))
        .containsKey("acknowledgedAt")
        .containsKey("snoozedUntil");
  }

  @Test
  void aTimeMayHaveAnOffset() {
    alerts.open(in("Berlin 1", "offset"), StockState.LOW, SINCE);
    String inIndia = tomorrow.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();

    ReportingApi.Answer answer =
        FIXTURE
            .api()
            .post(
                "/alerts/snooze?warehouse=Berlin%201&itemId=offset",
                "{\"until\":\"" + inIndia + "\"}");

    assertThat(answer.body().get("snoozedUntil").getStringValue()).isEqualTo(tomorrow.toString());
  }

  @Test
  void anAlertWithoutAWarehouseIsTheOneOnTheTotal() {
    AlertId total = AlertId.ofTotal("acknowledge");
    AlertId pair = in("acknowledge", "snooze");
    alerts.open(total, StockState.LOW, SINCE);
    alerts.open(pair, StockState.LOW, SINCE);

    assertThat(FIXTURE.api().post("/alerts/acknowledge?itemId=acknowledge").status())
        .isEqualTo(200);
    assertThat(FIXTURE.api().post("/alerts/snooze?itemId=acknowledge", until(tomorrow)).text())
        .startsWith("{\"warehouse\":null,\"itemId\":\"acknowledge\",");
    assertThat(alerts.revision(total)).isEqualTo(3);
    assertThat(alerts.snooze(total))
        .containsEntry(Table.SK, fromS("SNOOZE"))
        .doesNotContainKey("warehouse");
    assertThat(alerts.revision(pair)).isEqualTo(1);
    assertThat(
            FIXTURE.api().post("/alerts/acknowledge?warehouse=acknowledge&itemId=snooze").status())
        .isEqualTo(200);
    assertThat(alerts.revision(pair)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a#b", "100%", "a+b", "a&b", "%2F", "漢字", "..", " a ", "𝄞"})
  void anyNameWorksInAParameter(String name) {
    alerts.open(in(name, name), StockState.LOW, SINCE);
    String alert = "?itemId=" + encoded(name) + "&warehouse=" + encoded(name);

    assertThat(FIXTURE.api().post("/alerts/acknowledge" + alert).status()).isEqualTo(200);
    ReportingApi.Answer answer = FIXTURE.api().post("/alerts/snooze" + alert, until(tomorrow));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().get("warehouse").getStringValue()).isEqualTo(name);
    assertThat(alerts.revision(in(name, name))).isEqualTo(3);
  }

  /**
   * While alert-service rewrites whole records, a confirmed change of a user stays, and neither
   * side overwrites a write of the other.
   */
  @Test
  void notesAndTheWritesOfAlertServiceDoNotUndoEachOther() {
    AlertId id = in("Berlin 1", "busy");
    alerts.open(id, StockState.LOW, SINCE);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> others =
        CompletableFuture.supplyAsync(
            () -> {
              int written = 0;
              while (!done.get()) {
                written += alerts.rewrite(id) ? 1 : 0;
              }
              return written;
            });

    int notes = status(FIXTURE.api().post("/alerts/acknowledge?warehouse=Berlin%201&itemId=busy"));
    Instant last = null;
    for (int i = 0; i < 30; i++) {
      Instant until = tomorrow.plusSeconds(i);
      int accepted =
          status(
              FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=busy", until(until)));
      last = accepted == 1 ? until : last;
      notes += accepted;
    }
    done.set(true);
    int written = others.join();

    assertThat(written).isPositive();
    assertThat(notes).isPositive();
    assertThat(alerts.revision(id)).isEqualTo(1 + written + notes);
    assertThat(last).isNotNull();
    assertThat(alerts.alert(id)).containsEntry("snoozedUntil", fromS(last.toString()));
    assertThat(alerts.snooze(id)).containsEntry("snoozedUntil", fromS(last.toString()));
  }

  /** 1 if the write succeeded; 0 if it was refused because others kept writing. */
  private static int status(ReportingApi.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 503);
    return answer.status() == 200 ? 1 : 0;
  }

  private static String until(Instant time) {
    return "{\"until\":\"" + time + "\"}";
  }
}
