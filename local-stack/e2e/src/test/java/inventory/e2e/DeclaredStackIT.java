package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.resource.Topics;
import inventory.pulumi.DeclaredStack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** What the cloud's program declares is what the services need, and what one machine has. */
class DeclaredStackIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM = "/v1/items/declared-item";

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
  void theProgramsWorkWithTheVariablesAndRightsThatAreDeclaredForThem() throws Exception {
    drop("inventory_files/2026/11/20/20261120120000_inventory.csv", FILE);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(get(ITEM)).contains("\"total\":30"));
    drop("restock_thresholds/2026/11/20/restock_thresholds.json", THRESHOLDS);
    awaitNotice(Topics.PURCHASING, "declared-item");
    awaitNotice(Topics.OPERATIONS, "20261120120000_inventory.csv");

    assertThat(system.validate()).as("a row was rejected").isEqualTo(1);

    awaitNotice(Topics.OPERATIONS, "Validation");
    assertThat(get("/v1/validation-runs")).contains("\"state\":\"COMPLETED\"");
    assertThat(get("/v1/files?date=" + today())).contains("\"rowsRejected\":1");
    for (String program : DeclaredStack.PROGRAMS) {
      List<DeclaredStack.Right> rights = DeclaredStack.get().rights(program);
      assertThat(system.calls(program))
          .as(program)
          .isNotEmpty()
          .allMatch(call -> call.isAllowed(rights));
    }
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  private static void drop(String key, String text) {
    system
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(system.names().bucket()).key(key), RequestBody.fromString(text));
  }

  private static String get(String path) throws Exception {
    return system.get(path).body();
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
  void theQueuesOfOneMachineAreThoseOfTheCloud() {
    Map<String, Map<String, Object>> declared =
        DeclaredStack.get().ofType("sqs/queue:Queue");
    LocalQueues local = new LocalQueues(system.clients(), system.names());

    assertThat(local.names())
        .as("all but the one of what AWS could not start, of which one machine has nothing")
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
  void theTableOfOneMachineIsThatOfTheCloud() {
    Map<String, Object> declared = DeclaredStack.get().ofType("dynamodb/table:Table").get("inventory");
    LocalTable local = new LocalTable(system.clients(), system.names().table());

    assertThat(local.properties()).allSatisfy((property, value) ->
        assertThat(declared.get(property)).as(property).isEqualTo(value));
  }

  @Test
  void theInboxOfOneMachineTellsWhatTheCloudsTells() {
    Map<String, Object> declared =
        DeclaredStack.get().ofType("s3/bucketNotification:BucketNotification").get("inventory-inbox");
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
