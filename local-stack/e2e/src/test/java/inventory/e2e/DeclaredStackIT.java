package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.Topics;
import inventory.pulumi.DeclaredStack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** The Pulumi program declares what the services need, and what the local environment has. */
@Tag("full")
class DeclaredStackIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ITEM = "/v1/item?itemId=declared-item";

  private static final String FILE =
      """
      Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
      2026-11-20T12:00:00Z\tDeclared 1\tdeclared-item\tDeclared\t30
      2026-11-20T12:00:00Z\tDeclared 1\tdeclared-item\tDeclared\tmany
      """;

  private static final String THRESHOLDS =
      """
      {"ThresholdList": [{"ItemId": "declared-item", "RestockIfBelow": 40}]}""";

  private static DeclaredSystem system;

  @BeforeAll
  static void start() throws Exception {
    system = new DeclaredSystem();
  }

  @AfterAll
  static void stop() throws Exception {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void theProgramsWorkWithTheirDeclaredVariablesAndPermissions() throws Exception {
    upload("stock.csv", FILE);
    awaitAnswer(ITEM, "\"total\":30");
    drop("restock_thresholds/2026/11/20/restock_thresholds.json", THRESHOLDS);
    awaitNotice(Topics.PURCHASING, "declared-item");
    awaitNotice(Topics.OPERATIONS, "stock.csv");
    takeNoteOfTheAlert();
    releaseAHeldFile();

    assertThat(system.validate()).as("a row was rejected").isEqualTo(1);

    awaitNotice(Topics.OPERATIONS, "Validation");
    assertThat(system.get("/v1/validation-runs")).contains("\"state\":\"COMPLETED\"");
    for (String program : DeclaredStack.PROGRAMS) {
      List<DeclaredStack.Right> rights = DeclaredStack.get().rights(program);
      assertThat(system.calls(program))
          .as(program)
          .isNotEmpty()
          .allMatch(call -> call.isAllowed(rights));
    }
  }

  /** As the dashboard does: with a presigned URL from the API. */
  private static void upload(String name, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonNode link =
        JSON.readTree(
            system.post(
                "/v1/uploads", "{\"name\":\"%s\",\"size\":%d}".formatted(name, bytes.length)));
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(link.get("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    for (Map.Entry<String, JsonNode> header : link.get("headers").properties()) {
      if (!header.getKey().equalsIgnoreCase("content-length")
          && !header.getKey().equalsIgnoreCase("host")) {
        put.header(header.getKey(), header.getValue().asText());
      }
    }
    assertThat(system.send(put).statusCode()).isEqualTo(200);
  }

  private static void takeNoteOfTheAlert() throws Exception {
    String alert = "?warehouse=Declared%201&itemId=declared-item";
    assertThat(system.post("/v1/alerts/acknowledge" + alert, "")).contains("\"acknowledgedAt\":\"");
    String until = Instant.now().plus(Duration.ofDays(1)).toString();
    assertThat(system.post("/v1/alerts/snooze" + alert, "{\"until\":\"%s\"}".formatted(until)))
        .contains("\"snoozedUntil\":\"");
  }

  /** Other content under a key that was applied waits for an operator. */
  private static void releaseAHeldFile() throws Exception {
    String key = "inventory_files/2026/11/20/20261120130000_inventory.csv";
    drop(key, FILE.replace("30\n", "1\n"));
    awaitAnswer(ITEM, "\"total\":31");
    drop(key, FILE.replace("30\n", "2\n"));
    String held = "/v1/files?status=HELD&date=" + today();
    awaitAnswer(held, "\"HELD\"");

    String id = JSON.readTree(system.get(held)).get("files").get(0).get("id").asText();
    system.post("/v1/files/" + id + "/release", "");

    awaitAnswer(ITEM, "\"total\":33");
  }

  private static void awaitAnswer(String path, String text) {
    await(path + " " + text)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(system.get(path)).contains(text));
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  private static void drop(String key, String text) {
    system
        .clients()
        .s3()
        .putObject(r -> r.bucket(system.names().bucket()).key(key), RequestBody.fromString(text));
  }

  private static void awaitNotice(String topic, String text) {
    await("a notice to %s about %s".formatted(topic, text))
        .atMost(PATIENCE)
        .until(
            () ->
                system.published().stream()
                    .anyMatch(
                        notice ->
                            notice.topic().endsWith(":" + topic)
                                && notice.message().contains(text)));
  }

  @Test
  void theLocalQueuesAreTheDeclaredOnes() {
    Map<String, Map<String, Object>> declared = DeclaredStack.get().ofType("sqs/queue:Queue");
    LocalQueues local = new LocalQueues(system.clients(), system.names());

    assertThat(local.names())
        .as("all but the queue of failed starts, which the local environment does not have")
        .containsExactlyInAnyOrderElementsOf(
            declared.keySet().stream()
                .filter(name -> !name.equals("inventory-starts-undelivered"))
                .toList());
    local
        .names()
        .forEach(
            name ->
                assertThat(local.attributes(name))
                    .as(name)
                    .isEqualTo(LocalQueues.ofCloud(declared.get(name))));
  }

  @Test
  void theLocalTableIsTheDeclaredOne() {
    Map<String, Object> declared =
        DeclaredStack.get().ofType("dynamodb/table:Table").get("inventory");
    LocalTable local = new LocalTable(system.clients(), system.names().table());

    assertThat(local.properties())
        .allSatisfy(
            (property, value) -> assertThat(declared.get(property)).as(property).isEqualTo(value));
  }

  @Test
  void theLocalInboxNotifiesTheSameQueuesAsTheDeclaredOne() {
    Map<String, Object> declared =
        DeclaredStack.get()
            .ofType("s3/bucketNotification:BucketNotification")
            .get("inventory-inbox");
    LocalInbox local = new LocalInbox(system.clients(), system.names().bucket());

    assertThat(local.notifications()).isEqualTo(LocalInbox.ofCloud(declared));
    assertThat(Map.of("status", local.versioning()))
        .isEqualTo(
            DeclaredStack.get()
                .ofType("s3/bucketVersioningV2:BucketVersioningV2")
                .get("inventory-inbox")
                .get("versioningConfiguration"));
  }
}
