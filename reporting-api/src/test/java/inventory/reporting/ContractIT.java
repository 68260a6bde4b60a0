package inventory.reporting;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.event.FactIds;
import inventory.model.event.FactRequestItem;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.reporting.fixture.GeneratedValues;
import inventory.reporting.fixture.OpenApiDocument;
import inventory.reporting.fixture.OpenApiDocument.Operation;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks the API against its own description. Every operation is called with generated valid and
 * invalid input. No call may fail in the service, and the description must cover every answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final int GOOD_CALLS = 12;
  private static final String JSON = "application/json";
  private static final Instant TIME = Instant.parse("2026-02-15T11:00:00Z");
  private static final String FILE = "0123456789abcdef0123456789abcdef";
  private static final String RUN = "20260216T030000Z-1a2b3c4d";
  private static final String WEBHOOK = "0123456789abcdef";
  private static final String DELIVERY = "20260215T110008000000000Z-0123456789abcdef";

  private static final List<String> BAD_BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "1",
          "\"x\"",
          "{}",
          "{\"until\":5}",
          "{\"until\":\"soon\"}",
          "{\"until\":[{}]}",
          "{\"enabled\":\"perhaps\"}",
          "{\"url\":\"http://127.0.0.1/\"}",
          "{\"url\":\"https://a.example/\",\"types\":[null]}",
          "{\"url\":\"https://a.example/\",\"types\":{\"a\":1}}",
          "{\"name\":{},\"size\":{}}",
          "{\"name\":\"a.csv\",\"size\":1.5}",
          "{\"name\":\"a.csv\",\"size\":99999999999999999999}",
          "[".repeat(5000),
          "{\"a\":\"\\ud800\"}");

  private static final String FACTS =
      "{\"entries\":[{\"warehouse\":\"Berlin 1\",\"itemId\":\"a123v5\",\"time\":\"2026-02-15T11:00:00Z\","
          + "\"change\":-3},{\"warehouse\":\"Berlin 1\"}]}";

  private final ObjectMapper json = new ObjectMapper();
  private final Random random = new Random(6);
  private final GeneratedValues values = new GeneratedValues(random);
  private OpenApiDocument document;

  /** Writes the records that the examples name. */
  @BeforeAll
  void prepare() {
    StoredFacts facts = FIXTURE.facts();
    facts.level("Berlin 1", "a123v5", "-3");
    facts.level("Berlin 1", "d23x56", "62");
    facts.threshold("a123v5", 25);
    facts.threshold("Berlin 1", "a123v5", 25);
    facts.change(new StockKey("Berlin 1", "a123v5"), TIME, "source", FILE, -3, 2);
    facts.file(FILE, "inventory.csv", TIME, FileStatus.HELD, FileKind.TRANSACTIONS);
    FIXTURE.alerts().open(StoredAlerts.in("Berlin 1", "a123v5"), StockState.OUT, TIME);
    FIXTURE.alerts().open(AlertId.ofTotal("a123v5"), StockState.OUT, TIME);
    FIXTURE.runs().completed(RUN, TIME, "validation/findings.csv");
    stateFacts();
    FIXTURE.object("validation/findings.csv", "text/csv; charset=utf-8", "file,line\n");
    document = new OpenApiDocument(FIXTURE.api().get("/openapi.yml").text());
  }

  /** A request under the id of the example. */
  private static void stateFacts() {
    FIXTURE
        .api()
        .call(
            "POST",
            "/v1/facts",
            FACTS,
            "*/*",
            Map.of("Idempotency-Key", "8e03978e-40d5-43e8-bc93-6894a57f9324"));
    String table = FIXTURE.resources().table();
    String id = FactIds.request("operator", "8e03978e-40d5-43e8-bc93-6894a57f9324");
    Map<String, AttributeValue> item =
        new HashMap<>(
            FIXTURE
                .resources()
                .dynamoDb()
                .getItem(get -> get.tableName(table).key(FactRequestItem.key(id)))
                .item());
    item.putAll(FactRequestItem.key(FILE));
    FIXTURE.resources().dynamoDb().putItem(put -> put.tableName(table).item(item));
  }

  Stream<Operation> operations() {
    return document.operations().stream();
  }

  @Test
  void allOperationsAreDescribed() {
    assertThat(document.version()).startsWith("3.1");
    assertThat(operations().map(Operation::id))
        .containsExactlyInAnyOrder(
            "changes",
            "overview",
            "warehouses",
            "levels",
            "items",
            "item",
            "history",
            "movements",
            "files",
            "file",
            "rejects",
            "release",
            "upload",
            "stateFacts",
            "statedFacts",
            "preview",
            "alerts",
            "acknowledge",
            "withdrawAcknowledgement",
            "snooze",
            "endSnooze",
            "thresholds",
            "setThreshold",
            "removeThreshold",
            "recipients",
            "setRecipients",
            "audit",
            "validationRuns",
            "validationRun",
            "findings",
            "acceptedFindings",
            "acceptFinding",
            "withdrawFindingAcceptance",
            "webhooks",
            "addWebhook",
            "webhook",
            "changeWebhook",
            "deleteWebhook",
            "rotateWebhookSecret",
            "testWebhook",
            "webhookDeliveries",
            "redriveWebhookDelivery");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerHasAnExampleThatFitsAndEveryErrorIsAProblemDocument(Operation operation) {
    assertThat(operation.node().path("summary").asText()).isNotBlank();
    operation
        .node()
        .path("responses")
        .properties()
        .forEach(
            response -> {
              JsonNode described = document.resolve(response.getValue());
              assertThat(described.path("description").asText()).isNotBlank();
              boolean isError = !response.getKey().matches("[23]..");
              if (isError) {
                assertThat(described.path("content").properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("application/problem+json");
              }
              described
                  .path("content")
                  .properties()
                  .forEach(content -> assertHasExample(content.getValue()));
            });
    assertThat(operation.node().path("responses").properties())
        .extracting(Map.Entry::getKey)
        .contains("400", "401", "403", "503", "4XX", "5XX");
  }

  private void assertHasExample(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    content.path("examples").forEach(one -> examples.add(document.resolve(one).path("value")));
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    assertThat(examples).isNotEmpty();
    assertThat(examples)
        .allSatisfy(
            example -> assertThat(document.problems(content.path("schema"), example)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void goodInputIsAnsweredAsDescribed(Operation operation) {
    // Another operation may have deleted them.
    FIXTURE.webhooks().endpoint(WEBHOOK);
    FIXTURE.webhooks().clear(WEBHOOK);
    FIXTURE.webhooks().delivery(WEBHOOK, DELIVERY, TIME, State.FAILED);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < GOOD_CALLS; i++) {
      Map<String, String> input = goodInput(operation, i);
      ReportingApi.Answer answer = call(operation, input, body(operation), accept(operation, i));
      assertDescribed(operation, input, answer);
      assertThat(answer.status())
          .as("%s %s: %s", operation, input, answer.text())
          .isNotEqualTo(400);
      statuses.add(answer.status());
    }
    if (!operation.id().equals("rejects")) {
      assertThat(statuses).as("what is on record is found").anyMatch(status -> status < 300);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void badInputIsRefusedAsDescribed(Operation operation) {
    for (JsonNode parameter : parameters(operation)) {
      for (String bad : values.bad(parameter)) {
        Map<String, String> input = goodInput(operation, 0);
        input.put(parameter.path("name").asText(), bad);
        ReportingApi.Answer answer = call(operation, input, body(operation), JSON);
        assertDescribed(operation, input, answer);
        assertThat(answer.status()).as("%s %s", operation, input).isBetween(400, 499);
      }
    }
    // Any content is a file, which a preview says would be rejected.
    if (operation.node().has("requestBody") && !operation.id().equals("preview")) {
      for (String bad : BAD_BODIES) {
        ReportingApi.Answer answer = call(operation, goodInput(operation, 0), bad, JSON);
        assertDescribed(operation, Map.of("body", bad), answer);
        assertThat(answer.status()).as("%s %s", operation, bad).isBetween(400, 499);
      }
    }
  }

  /** A random choice of optional parameters; the first call has the examples. */
  private Map<String, String> goodInput(Operation operation, int call) {
    Map<String, String> input = new HashMap<>();
    for (JsonNode parameter : parameters(operation)) {
      boolean isRequired = parameter.path("required").asBoolean();
      String name = parameter.path("name").asText();
      if (isRequired && call < GOOD_CALLS / 2) {
        input.put(name, parameter.path("example").asText());
      } else if ((isRequired || random.nextBoolean()) && !name.equals("cursor")) {
        input.put(name, values.good(parameter));
      }
    }
    limitTimes(operation, input);
    return input;
  }

  /** What a schema cannot say: which parameters go together, and how far back they reach. */
  private void limitTimes(Operation operation, Map<String, String> input) {
    Instant now = Instant.now();
    if (input.containsKey("at")) {
      input.keySet().removeAll(List.of("query", "state", "sort", "order"));
    } else {
      input.remove("knownAt");
    }
    input.computeIfPresent("at", (name, at) -> past(now, 100_000_000).toString());
    input.computeIfPresent("knownAt", (name, at) -> past(now, 100_000_000).toString());
    if (List.of("history", "audit").contains(operation.id())) {
      input.computeIfPresent("from", (name, from) -> day(now.minus(Duration.ofDays(40))));
      input.computeIfPresent("to", (name, to) -> day(past(now, 3_000_000)));
    }
  }

  private Instant past(Instant now, int seconds) {
    return now.minusSeconds(random.nextInt(seconds));
  }

  private static String day(Instant time) {
    return time.toString().substring(0, 10);
  }

  private List<JsonNode> parameters(Operation operation) {
    return allParameters(operation)
        .filter(parameter -> !parameter.path("in").asText().equals("header"))
        .map(this::withItsSchema)
        .toList();
  }

  /** An optional constant is "null, or one of these". */
  private JsonNode withItsSchema(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    JsonNode given = schema.has("anyOf") ? schema.get("anyOf").get(1) : schema;
    return ((ObjectNode) parameter.deepCopy()).set("schema", document.resolve(given));
  }

  /** The headers without which an operation is refused, with their examples. */
  private Map<String, String> headers(Operation operation) {
    return allParameters(operation)
        .filter(parameter -> parameter.path("in").asText().equals("header"))
        .filter(parameter -> parameter.path("required").asBoolean())
        .collect(
            Collectors.toMap(
                parameter -> parameter.path("name").asText(),
                parameter -> parameter.path("example").asText()));
  }

  private Stream<JsonNode> allParameters(Operation operation) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .map(document::resolve);
  }

  private String body(Operation operation) {
    return switch (operation.id()) {
      case "acceptFinding" -> "{\"runId\":\"" + RUN + "\",\"reason\":\"known\"}";
      case "upload" -> "{\"name\":\"stock.csv\",\"size\":" + random.nextInt(1, 1 << 30) + "}";
      case "snooze" ->
          "{\"until\":\"" + Instant.now().plusSeconds(random.nextInt(60, 10_000_000)) + "\"}";
      case "setThreshold" ->
          "{\"itemId\":\"a123v5\",\"restockIfBelow\":" + random.nextInt(100) + "}";
      case "stateFacts" -> FACTS;
      case "preview" -> "store,item,count\nBerlin 1,a123v5,4\n";
      case "addWebhook" -> "{\"url\":\"https://hooks.example.com/" + random.nextInt() + "\"}";
      case "changeWebhook" -> "{\"enabled\":" + random.nextBoolean() + "}";
      case "setRecipients" -> "{\"rules\":[{\"name\":\"north\",\"to\":[\"north@example.com\"]}]}";
      default -> "";
    };
  }

  private static String accept(Operation operation, int call) {
    boolean isCsv = operation.node().at("/responses/200/content").has("text/csv");
    return isCsv && call % 3 == 1 ? "text/csv" : "*/*";
  }

  private ReportingApi.Answer call(
      Operation operation, Map<String, String> input, String body, String accept) {
    String target = operation.path();
    StringBuilder query = new StringBuilder();
    for (Map.Entry<String, String> parameter : input.entrySet()) {
      String place = "{" + parameter.getKey() + "}";
      if (target.contains(place)) {
        target = target.replace(place, encoded(parameter.getValue()));
      } else {
        query.append(query.isEmpty() ? '?' : '&');
        query.append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
      }
    }
    return FIXTURE.api().call(operation.method(), target + query, body, accept, headers(operation));
  }

  private void assertDescribed(
      Operation operation, Map<String, String> input, ReportingApi.Answer answer) {
    String call = "%s %s: %d %s".formatted(operation, input, answer.status(), answer.text());
    assertThat(answer.status()).as(call).isLessThan(500);
    if (answer.status() == 204) {
      assertThat(document.response(operation, 204).isMissingNode()).isFalse();
      assertThat(answer.text()).isEmpty();
      return;
    }
    JsonNode content = document.response(operation, answer.status()).path("content");
    String type = answer.contentType().replaceFirst(";.*", "");
    JsonNode described = content.has(type) ? content.get(type) : content.path("*/*");
    assertThat(described.isMissingNode()).as("undescribed type, %s", call).isFalse();
    if (type.contains("json")) {
      assertThat(document.problems(described.path("schema"), tree(answer.text())))
          .as(call)
          .isEmpty();
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
