package inventory.reporting.http.previews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.csv.InventoryFile;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem;
import inventory.reporting.domain.previews.ReceivedContent;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.LambdaApi;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import inventory.reporting.fixture.Tokens;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Previews on a real table. PreviewIT of the end-to-end tests compares them with what happens. */
class PreviewIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final Instant TIME = Instant.parse("2026-02-16T10:00:00Z");
  private static final Instant FUTURE = Instant.parse("2150-01-01T00:00:00Z");

  private final StoredFacts facts = FIXTURE.facts();

  @Test
  void aPreviewSaysWhatWouldBeRejectedWhichLevelsWouldMoveAndWhoWouldBeNotified() {
    facts.level("Hamburg 1", "tea", "12");
    facts.level("Berlin", "milk", "15");
    facts.level("Berlin", "sugar", "15");
    setRecipients();
    String file =
        HEADER
            + row("2026-02-16T10:00:00Z", "Hamburg 1", "tea", -5)
            + row("2026-02-16T10:00:01Z", "Hamburg 1", "tea", -1)
            + row("2026-02-16T10:00:00Z", "Berlin", "coffee", 20)
            + row("noon", "Berlin", "coffee", 1)
            + row("2026-02-16T10:00:00Z", "Berlin", "milk", 0)
            + row("2026-02-16T10:00:00Z", "Berlin", "sugar", -15);
    Set<Map<String, AttributeValue>> before = table();

    JsonNode preview = preview(file);

    assertThat(preview.get("kind").getStringValue()).isEqualTo("TRANSACTIONS");
    assertThat(preview.get("status").getStringValue()).isEqualTo("PARTIAL");
    assertThat(preview.get("rowsApplied").getIntValue()).isEqualTo(5);
    assertThat(preview.get("rowsRejected").getIntValue()).isEqualTo(1);
    assertThat(preview.get("rowsWithoutEffect").getIntValue()).isEqualTo(1);
    assertThat(texts(preview, "rejects", "line", "column", "reason"))
        .containsExactly(
            "5 Timestamp \"noon\" is not an ISO 8601 timestamp with an offset, from 1970 to 2199");
    assertThat(texts(preview, "levels", "warehouse", "itemId", "from", "to", "rows"))
        .containsExactly("Berlin coffee null 20 1", "Berlin sugar 15 0 1", "Hamburg 1 tea 12 6 2");
    assertThat(preview.get("levelsUnchanged").getIntValue()).isEqualTo(1);
    assertThat(texts(preview, "alerts", "warehouse", "itemId", "from", "to", "stockLevel"))
        .containsExactly("Berlin sugar OK OUT 0", "Hamburg 1 tea OK LOW 6");
    JsonNode north = preview.get("alerts").get(1).get("recipients").get(0);
    assertThat(north.get("rule").getStringValue()).isEqualTo("north");
    assertThat(north.get("to").get(0).getStringValue()).isEqualTo("n@example.com");
    assertThat(north.get("inDigest").getBooleanValue()).isTrue();
    assertThat(preview.get("alerts").get(0).get("recipients").size()).isZero();
    assertThat(table()).as("nothing is written").isEqualTo(before);
  }

  @Test
  void changesThatALaterCountIncludesMoveNothing() {
    StockKey key = new StockKey("Counted", "tea");
    String count = Position.of(TIME, "file");
    put(
        LevelItem.toItem(
            key,
            new StockLevel(BigInteger.valueOf(40), Optional.of(count), count, "Tea"),
            BigInteger.ONE,
            TIME));

    JsonNode preview =
        preview(
            HEADER
                + row("2026-02-16T09:00:00Z", "Counted", "tea", -5)
                + row("2026-02-16T10:00:00Z", "Counted", "tea", -6)
                + row("2026-02-16T10:00:01Z", "Counted", "tea", -7));

    assertThat(texts(preview, "levels", "itemId", "from", "to")).containsExactly("tea 40 33");
    assertThat(preview.get("rowsWithoutEffect").getIntValue()).isEqualTo(2);
  }

  @Test
  void aCountKeepsTheChangesThatAreLater() {
    StockKey key = new StockKey("Future", "tea");
    facts.level("Future", "tea", "Tea", "9", FUTURE);
    facts.event(key, FUTURE, "7", EventType.QUANTITY_CHANGED, "change", 3);
    facts.level("Future", "milk", "50");

    JsonNode preview =
        preview("store,item,count\nFuture,tea,60\nFuture,milk,50\nFuture,milk,51\nFuture,x,-1\n");

    assertThat(preview.get("kind").getStringValue()).isEqualTo("COUNT");
    assertThat(texts(preview, "levels", "itemId", "from", "to")).containsExactly("tea 9 63");
    assertThat(preview.get("levelsUnchanged").getIntValue()).isEqualTo(1);
    assertThat(preview.get("rowsWithoutEffect").getIntValue()).isEqualTo(1);
    assertThat(texts(preview, "rejects", "line", "column"))
        .containsExactlyInAnyOrder("4 item", "5 count");
  }

  @Test
  void aContentThatWasUploadedBeforeIsADuplicate() {
    String file = HEADER + row("2026-02-16T10:00:00Z", "Twice", "tea", 5);
    DynamoDbFileLifecycle files =
        new DynamoDbFileLifecycle(
            FIXTURE.resources().dynamoDb(), FIXTURE.resources().table(), Clock.systemUTC());
    FileState received =
        files.register(new Upload("first.csv", "1", true, 10, TIME), FileKind.UNKNOWN);
    files.claim(
        received,
        new ReceivedContent(file.getBytes(UTF_8)).sha256(),
        InventoryFile.RULES,
        Optional.empty());
    files.finish(
        files.find(received.fileId()),
        new Outcome(
            FileStatus.APPLIED, FileKind.TRANSACTIONS, 1, 0, "", Optional.empty(), List.of()));

    JsonNode preview = preview(file);

    assertThat(preview.get("status").getStringValue()).isEqualTo("DUPLICATE");
    assertThat(preview.get("reason").getStringValue())
        .isEqualTo("the same content was uploaded before, as first.csv, file " + received.fileId());
    assertThat(preview.get("levels").size()).isZero();
  }

  @Test
  void aFileThatCannotBeReadWouldBeRejected() {
    assertThat(preview("\n").get("reason").getStringValue()).isEqualTo("the file is empty");
    assertThat(preview("a,b\n").get("status").getStringValue()).isEqualTo("REJECTED");
    assertThat(preview("a,b\n").get("reason").getStringValue()).startsWith("unknown header");
  }

  @Test
  void alertsOnTotalsAreJudgedByTheSumOfAllWarehouses() {
    facts.level("North", "rice", "30");
    facts.level("South", "rice", "4");
    facts.level("South", "oats", "30");
    String file =
        HEADER
            + row("2026-02-16T10:00:00Z", "North", "rice", -25)
            + row("2026-02-16T10:00:00Z", "North", "oats", 1);

    try (ReportingApi api = FIXTURE.apiWith("inventory.alert-scope", "total")) {
      JsonNode preview = api.call(call(Tokens.viewer(), file)).body();

      assertThat(texts(preview, "alerts", "warehouse", "itemId", "to", "stockLevel"))
          .containsExactly("null rice LOW 9");
    }
  }

  @Test
  void theFunctionPreviewsTheSame() {
    facts.level("Function", "tea", "12");
    Call call = call(Tokens.viewer(), HEADER + row("2026-02-16T10:00:00Z", "Function", "tea", -5));

    try (LambdaApi lambda = new LambdaApi(FIXTURE.properties())) {
      String expected = FIXTURE.api().call(call).text();
      assertThat(lambda.restApi(call).text()).isEqualTo(expected);
      assertThat(lambda.httpApi(call).text()).isEqualTo(expected);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedAndOnlyReadersPreview() {
    String large = HEADER + row("2026-02-16T10:00:00Z", "x".repeat(4 << 20), "tea", 1);
    ReportingApi.Answer answer = FIXTURE.api().call(call(Tokens.viewer(), large));
    assertThat(answer.status()).as(answer.text()).isEqualTo(413);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");

    String many =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> row("2026-02-16T10:00:00Z", "Many", "item " + i, 1))
            .collect(Collectors.joining("", HEADER, ""));
    ReportingApi.Answer tooMany = FIXTURE.api().call(call(Tokens.viewer(), many));
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.body().get("detail").getStringValue()).contains("upload it");

    String program = Tokens.ofProgram("inventory/write");
    assertThat(FIXTURE.api().call(call(program, HEADER)).status()).isEqualTo(403);
    String reader = Tokens.ofProgram("inventory/read");
    assertThat(FIXTURE.api().call(call(reader, HEADER)).status()).isEqualTo(200);
  }

  private static void setRecipients() {
    String rules =
        "{\"rules\":[{\"name\":\"north\",\"warehouses\":[\"Hamburg*\"],\"to\":[\"n@example.com\"],"
            + "\"timeZone\":\"Europe/Berlin\",\"digestAt\":[\"08:00\"]}]}";
    assertThat(FIXTURE.api().call("PUT", "/v1/recipients", rules, "application/json").status())
        .isEqualTo(200);
  }

  private static String row(String time, String warehouse, String itemId, int units) {
    return "%s\t%s\t%s\tName\t%d\n".formatted(time, warehouse, itemId, units);
  }

  private static Call call(String token, String file) {
    return new Call("POST", "/v1/previews", Map.of("Content-Type", "text/csv"), Optional.of(file))
        .as(token);
  }

  private static JsonNode preview(String file) {
    ReportingApi.Answer answer = FIXTURE.api().call(call(Tokens.viewer(), file));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  /** The values of some fields of each entry of a list. */
  private static List<String> texts(JsonNode preview, String list, String... fields) {
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : preview.get(list).values()) {
      texts.add(
          List.of(fields).stream()
              .map(field -> String.valueOf(entry.get(field).getValue()))
              .collect(Collectors.joining(" ")));
    }
    return texts;
  }

  private static Set<Map<String, AttributeValue>> table() {
    return new HashSet<>(
        FIXTURE
            .resources()
            .dynamoDb()
            .scanPaginator(scan -> scan.tableName(FIXTURE.resources().table()).consistentRead(true))
            .items()
            .stream()
            .toList());
  }

  private static void put(Map<String, AttributeValue> item) {
    FIXTURE
        .resources()
        .dynamoDb()
        .putItem(request -> request.tableName(FIXTURE.resources().table()).item(item));
  }
}
