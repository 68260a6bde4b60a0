package inventory.reporting.http.audit;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockState;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingApi.Answer;
import inventory.reporting.fixture.ReportingFixture;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who decided what is on record. */
class AuditIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant TIME = Instant.parse("2026-02-15T11:00:00Z");

  private final ReportingApi api = FIXTURE.api();

  @Test
  void eachDecisionAboutAnAlertIsOnRecordOnce() {
    FIXTURE.alerts().open(in("Berlin 1", "tea"), StockState.LOW, TIME);
    String until = Instant.now().plusSeconds(3600).toString();
    String tea = "?warehouse=Berlin%201&itemId=tea";

    api.post("/alerts/acknowledge?warehouse=Berlin%201&itemId=tea&note=ordered%2020");
    api.post("/alerts/acknowledge?warehouse=Berlin%201&itemId=tea&note=again");
    api.post("/alerts/snooze?warehouse=Berlin%201&itemId=tea", "{\"until\":\"" + until + "\"}");
    api.ask("DELETE", "/v1/alerts/snooze" + tea + "&note=it%20came");
    api.ask("DELETE", "/v1/alerts/snooze" + tea);
    api.ask("DELETE", "/v1/alerts/acknowledge" + tea);

    assertThat(decisions("?itemId=tea&warehouse=Berlin%201"))
        .extracting(one -> words(one, "by", "action", "note", "warehouse", "itemId", "detail"))
        .containsExactly(
            "operator WITHDRAW_ACKNOWLEDGEMENT null Berlin 1 tea null",
            "operator END_SNOOZE it came Berlin 1 tea null",
            "operator SNOOZE null Berlin 1 tea until " + until,
            "operator ACKNOWLEDGE ordered 20 Berlin 1 tea null");
  }

  @Test
  void thresholdsAndRecipientsAreOnRecord() {
    api.call(
        "PUT",
        "/v1/thresholds",
        "{\"itemId\":\"rice\",\"restockIfBelow\":40,\"orderUpTo\":80,\"packSize\":6,\"note\":\"sale\"}",
        "*/*");
    api.ask("DELETE", "/v1/thresholds?itemId=rice&note=over");
    api.ask("DELETE", "/v1/thresholds?itemId=rice");
    Answer set =
        api.call(
            "PUT",
            "/v1/recipients",
            "{\"reason\":\"a new buyer\",\"rules\":[{\"name\":\"n\",\"to\":[\"n@example.com\"]}]}",
            "*/*");

    assertThat(decisions("?itemId=rice"))
        .extracting(one -> words(one, "by", "action", "note", "warehouse", "detail"))
        .containsExactly(
            "operator REMOVE_THRESHOLD over null null",
            "operator SET_THRESHOLD sale null below 40, order up to 80, in packs of 6");
    assertThat(decisions("?action=SET_RECIPIENTS"))
        .extracting(one -> words(one, "by", "note", "target"))
        .containsExactly("operator a new buyer " + set.body().get("source").getStringValue());
  }

  @Test
  void releasesAndUploadsAreOnRecordBeforeTheyHappen() {
    String id = FileId.of("held.csv", "v1");
    FIXTURE.facts().file(id, "held.csv", TIME, FileStatus.HELD, FileKind.TRANSACTIONS);

    api.post("/files/" + id + "/release?note=checked%20it");
    Answer upload = api.post("/uploads?note=by%20hand", "{\"name\":\"a b.csv\",\"size\":7}");

    assertThat(decisions("?action=RELEASE"))
        .extracting(one -> words(one, "by", "note", "target", "detail"))
        .containsExactly("operator checked it " + id + " HELD held.csv");
    assertThat(decisions("?action=UPLOAD"))
        .extracting(one -> words(one, "by", "note", "target", "detail"))
        .containsExactly(
            "operator by hand " + upload.body().get("key").getStringValue() + " 7 bytes: a b.csv");
  }

  @Test
  void whatIsDecidedAboutWebhooksIsOnRecord() {
    String url = "{\"url\":\"https://hooks.example.com/\",\"description\":\"the chat\"}";
    String id =
        api.post("/webhooks?note=new", url).body().get("webhook").get("id").getStringValue();
    String path = "/v1/webhooks/" + id;
    api.call("PATCH", path + "?note=moves", "{\"enabled\":false}", "*/*");
    api.call("PATCH", path, "{\"enabled\":false}", "*/*");
    api.call("PATCH", path, "{\"enabled\":true}", "*/*");
    api.post("/webhooks/" + id + "/secret?note=leaked");
    api.post("/webhooks/" + id + "/test");
    String event = "20260215T110008000000000Z-0123456789abcdef";
    FIXTURE.webhooks().delivery(id, event, TIME, State.FAILED);
    api.post("/webhooks/" + id + "/deliveries/" + event + "/redrive?note=fixed");
    api.ask("DELETE", path + "?note=gone");
    api.ask("DELETE", path);

    assertThat(decisions(""))
        .filteredOn(one -> words(one, "action").matches(".*(WEBHOOK|DELIVERY).*"))
        .extracting(one -> words(one, "by", "action", "note", "target", "detail"))
        .containsExactly(
            "operator DELETE_WEBHOOK gone " + id + " null",
            "operator REDRIVE_DELIVERY fixed " + event + " to the endpoint " + id,
            "operator TEST_WEBHOOK null " + id + " null",
            "operator ROTATE_WEBHOOK_SECRET leaked " + id + " null",
            "operator ENABLE_WEBHOOK null " + id + " null",
            "operator DISABLE_WEBHOOK moves " + id + " null",
            "operator ADD_WEBHOOK new " + id + " the chat");
  }

  @Test
  void aRefusedDecisionIsNotOnRecord() {
    api.post("/alerts/acknowledge?warehouse=Nowhere&itemId=nothing");
    api.ask("DELETE", "/v1/webhooks/0123456789abcdef");

    assertThat(decisions("?warehouse=Nowhere")).isEmpty();
    assertThat(decisions("?action=DELETE_WEBHOOK"))
        .noneMatch(one -> words(one, "target").equals("0123456789abcdef"));
  }

  @Test
  void aListIsPagedAcrossDaysAndFilteredWithoutGapsOrRepeats() {
    Instant now = Instant.now();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant at = now.minus(Duration.ofHours(18L * i)).minusNanos(i);
      String item = "coffee " + i;
      record(at, i % 2 == 0 ? "ada" : "eve", item);
      if (i % 2 == 0) {
        expected.add(item);
      }
    }
    String query = "?by=ada&action=SNOOZE&limit=4&from=" + day(now.minus(Duration.ofDays(60)));

    List<String> found = new ArrayList<>();
    int pages = 0;
    String cursor = "";
    while (cursor != null) {
      Answer page = api.get("/audit" + query + cursor);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      page.body().get("decisions").values().forEach(one -> found.add(words(one, "itemId")));
      JsonNode next = page.body().get("nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + encoded(next.getStringValue());
      pages++;
    }

    assertThat(found).containsExactlyElementsOf(expected);
    assertThat(pages).isBetween(8, 11);
    assertThat(decisions("?by=ada&from=" + day(now) + "&to=" + day(now)))
        .extracting(one -> words(one, "itemId"))
        .containsExactlyElementsOf(
            expected.stream()
                .filter(
                    item -> day(now.minus(Duration.ofHours(18L * number(item)))).equals(day(now)))
                .toList());
    Answer csv = api.get("/audit" + query, "accept", "text/csv");
    assertThat(csv.text().lines()).hasSize(1 + expected.size());
    assertThat(csv.text()).startsWith("at,by,action,note,warehouse,itemId,target,detail\r\n");
  }

  @Test
  void daysThatAreTooManyOrInTheFutureAreRefused() {
    for (String query : List.of("?from=2024-01-01", "?to=2999-01-01", "?action=LOOK", "?from=x")) {
      assertThat(api.get("/audit" + query).status()).as(query).isEqualTo(400);
    }
  }

  private static long number(String item) {
    return Long.parseLong(item.substring("coffee ".length()));
  }

  private static String day(Instant time) {
    return time.toString().substring(0, 10);
  }

  private static void record(Instant at, String by, String item) {
    AuditedWrite.record(
        FIXTURE.resources().dynamoDb(),
        FIXTURE.resources().table(),
        AuditEntry.about(AlertId.ofTotal(item), AuditAction.SNOOZE, new Decision(at, by, ""), ""));
  }

  private List<JsonNode> decisions(String query) {
    Answer answer = api.get("/audit" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.body().get("decisions").values().spliterator(), false)
        .toList();
  }

  private static String words(JsonNode decision, String... fields) {
    List<String> words = new ArrayList<>();
    for (String field : fields) {
      JsonNode value = decision.get(field);
      words.add(value.isNull() ? "null" : value.getStringValue());
    }
    return String.join(" ", words);
  }
}
