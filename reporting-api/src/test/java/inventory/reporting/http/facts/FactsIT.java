package inventory.reporting.http.facts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.StockKey;
import inventory.model.event.ClaimItem;
import inventory.model.event.EventReader;
import inventory.model.event.FactIds;
import inventory.model.event.FactRejectItem;
import inventory.model.event.FactRequestItem;
import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.reporting.domain.facts.FactRequest;
import inventory.reporting.dynamodb.DynamoDbFacts;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.LambdaApi;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.Tokens;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Facts over REST, up to the queue of ingest-service, and what became of them. */
class FactsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String ODD = "漢 \"Tee\" \\ & <ü>";
  private static final String LONGEST = "𝄞".repeat(512);
  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final String WRITER = Tokens.ofProgram("inventory/write");
  private static final Instant RECORDED = Instant.parse("2026-02-15T11:00:05Z");

  @BeforeEach
  void emptyTheQueue() {
    messages();
  }

  @Test
  void acceptedEntriesAreEventsInTheQueueAsThePipeSendsThem() throws Exception {
    String body =
        body(
            change("Berlin 1", "tea", -3),
            "{\"warehouse\":%s,\"itemId\":%s,\"itemName\":%s,\"count\":62,\"time\":\"2026-02-15T12:00:00.5+01:00\"}"
                .formatted(json(LONGEST), json(ODD), json(LONGEST)));

    ReportingApi.Answer answer = state(WRITER, "events", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String id = FactIds.request(Tokens.PROGRAM, "events");
    assertThat(answer.headers().firstValue("location")).contains("/v1/facts/" + id);
    assertThat(answer.body().get("id").getStringValue()).isEqualTo(id);
    assertThat(answer.body().get("accepted").getIntValue()).isEqualTo(2);
    List<Message> messages = messages();
    assertThat(messages)
        .extracting(
            message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
            message ->
                message.attributes().get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
        .containsExactlyInAnyOrder(
            tuple("tea", FactIds.record(id, 1)),
            tuple(Streams.messageGroup(ODD), FactIds.record(id, 2)));
    List<Movement> movements = movements(messages);
    assertThat(movements.get(0).key()).isEqualTo(new StockKey("Berlin 1", "tea"));
    assertThat(movements.get(0).kind()).isEqualTo(Movement.Kind.CHANGE);
    assertThat(movements.get(0).total()).isEqualTo(-3);
    assertThat(movements.get(0).itemName()).isEmpty();
    assertThat(movements.get(0).event().orElseThrow().id())
        .isEqualTo(FactIds.event(Tokens.PROGRAM, id, 1));
    assertThat(movements.get(1).key()).isEqualTo(new StockKey(LONGEST, ODD));
    assertThat(movements.get(1).kind()).isEqualTo(Movement.Kind.COUNT);
    assertThat(movements.get(1).total()).isEqualTo(62);
    assertThat(movements.get(1).itemName()).isEqualTo(LONGEST);
    assertThat(movements.get(1).lastTime()).isEqualTo(Instant.parse("2026-02-15T11:00:00.5Z"));
    assertThat(movements.get(0).source()).isLessThan(movements.get(1).source());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7                                                                | wrong_type    |
          {}                                                               | missing       | warehouse
          {"warehouse":"B","itemId":5,"time":"2026-02-15T11:00:00Z","change":1}     | wrong_type | itemId
          {"warehouse":" ","itemId":"i","time":"2026-02-15T11:00:00Z","change":1}   | bad_name   | warehouse
          {"warehouse":"B","itemId":"\\ud800","time":"2026-02-15T11:00:00Z","change":1} | bad_name | itemId
          {"warehouse":"B","itemId":"i","time":"noon","change":1}          | bad_time      | time
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00","change":1}    | bad_time   | time
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z"}              | missing    | change
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","change":1.5} | bad_number | change
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","change":9223372036854775808} | bad_number | change
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","count":-1}   | bad_number | count
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","change":1,"count":1} | unknown_field | count
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","chagne":1}   | unknown_field | chagne
          {"warehouse":"B","itemId":"i","time":"2026-02-15T11:00:00Z","change":1,"id":"a b"} | bad_id | id
          """)
  void aBadEntryIsRejectedWithACodeAndTheOthersAreAccepted(String bad, String code, String field) {
    String body = body(change("Berlin", "good", 1), bad, change("Berlin", "good", 2));

    ReportingApi.Answer answer = state(WRITER, "bad " + bad.hashCode(), body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(statuses(answer)).containsExactly("ACCEPTED", "REJECTED", "ACCEPTED");
    JsonNode rejected = answer.body().get("entries").get(1);
    assertThat(rejected.get("index").getIntValue()).isEqualTo(2);
    assertThat(rejected.get("code").getStringValue()).isEqualTo(code);
    assertThat(Optional.ofNullable(rejected.get("field")).map(JsonNode::getStringValue))
        .isEqualTo(Optional.ofNullable(field));
    assertThat(rejected.get("reason").getStringValue()).isNotBlank();
    assertThat(messages()).hasSize(2);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerHoweverTheApiRuns() {
    String body = body(change("Berlin", "again", 1), "{}");
    Call call = post(WRITER, "again", body);
    ReportingApi.Answer first = FIXTURE.api().call(call);

    try (LambdaApi lambda = new LambdaApi(FIXTURE.properties())) {
      for (ReportingApi.Answer again :
          List.of(FIXTURE.api().call(call), lambda.restApi(call), lambda.httpApi(call))) {
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().firstValue("location"))
            .isEqualTo(first.headers().firstValue("location"));
      }
    }
    assertThat(messages()).hasSize(1);
  }

  @Test
  void aKeyOfAnotherBodyIsAConflictAndThatOfAnotherClientIsAnotherKey() {
    String body = body(change("Berlin", "key", 1));
    ReportingApi.Answer first = state(WRITER, "reused", body);

    ReportingApi.Answer other = state(WRITER, "reused", body(change("Berlin", "key", 2)));
    ReportingApi.Answer operator = state(Tokens.operator(), "reused", body);

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body().get("detail").getStringValue()).contains("\"reused\"");
    assertThat(operator.status()).isEqualTo(202);
    assertThat(operator.body().get("id")).isNotEqualTo(first.body().get("id"));
    assertThat(messages()).hasSize(2);
  }

  @Test
  void aRequestOnRecordThatWasNotSentIsSentWhenItIsRepeated() {
    String body = body(change("Berlin", "crash", 1));
    Instant before = Instant.parse("2026-02-15T11:00:00Z");
    DynamoDbFacts records =
        new DynamoDbFacts(FIXTURE.resources().dynamoDb(), FIXTURE.resources().table());
    FactRequest crashed =
        records.putIfAbsent(
            new FactRequest(
                Tokens.PROGRAM, "crash", body.getBytes(UTF_8), before, Optional.empty()));
    assertThat(get(WRITER, crashed.id()).body().get("sentAt").isNull()).isTrue();

    ReportingApi.Answer answer = state(WRITER, "crash", body);

    assertThat(answer.body().get("receivedAt").getStringValue()).isEqualTo(before.toString());
    assertThat(messages()).hasSize(1);
    assertThat(get(WRITER, crashed.id()).body().get("sentAt").isNull()).isFalse();
    AttributeValue expiry = item(FactRequestItem.key(crashed.id())).get(Table.EXPIRES_AT);
    assertThat(Instant.ofEpochSecond(Long.parseLong(expiry.n())))
        .isEqualTo(Instant.parse("2026-03-17T11:00:00Z"));
  }

  @Test
  void oneRequestThatIsSentManyTimesAtOnceIsOneRequest() {
    String body =
        body(
            IntStream.range(0, 25)
                .mapToObj(i -> change("Berlin", "once " + i, i))
                .toArray(String[]::new));

    List<CompletableFuture<ReportingApi.Answer>> calls =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> state(WRITER, "at once", body)))
            .limit(8)
            .toList();

    assertThat(calls.stream().map(CompletableFuture::join))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202))
        .extracting(ReportingApi.Answer::text)
        .containsOnly(calls.get(0).join().text());
    assertThat(messages()).hasSize(25);
  }

  @Test
  void whatIsNoRequestIsRefusedAndNothingIsSent() {
    String body = body(change("Berlin", "refused", 1));
    assertRefused(FIXTURE.api().call(Call.post("/v1/facts", body).as(WRITER)), 400);
    assertRefused(state(WRITER, "with space", body), 400);
    assertRefused(state(WRITER, "k".repeat(256), body), 400);
    for (String bad :
        List.of("", "{", "[]", "{}", "{\"entries\":[]}", "{\"entries\":{}}", "null")) {
      assertRefused(state(WRITER, "no-request", bad), 400);
    }
    String[] many =
        IntStream.range(0, 501).mapToObj(i -> change("B", "i", i)).toArray(String[]::new);
    assertRefused(state(WRITER, "too-many", body(many)), 400);
    String large = body.replace("refused", "x".repeat(256 * 1024));
    assertRefused(state(WRITER, "too-large", large), 413);
    assertRefused(state(Tokens.viewer(), "viewer", body), 403);
    assertRefused(state(Tokens.ofProgram("inventory/read"), "reader", body), 403);
    assertThat(messages()).isEmpty();
  }

  @Test
  void fiveHundredEntriesAreOneRequest() {
    String[] many =
        IntStream.range(0, 500).mapToObj(i -> change("B", "same", i)).toArray(String[]::new);

    ReportingApi.Answer answer = state(WRITER, "many", body(many));

    assertThat(answer.body().get("accepted").getIntValue()).isEqualTo(500);
    assertThat(messages()).hasSize(500);
  }

  @Test
  void theOutcomeOfEachEntryFollowsFromTheLedger() throws Exception {
    String body =
        body(
            change("Berlin", "pending", 1),
            change("Berlin", "stored", 2),
            change("Berlin", "marked", 3),
            change("Berlin", "claimed", 4),
            change("Berlin", "twice", 5).replace("{", "{\"id\":\"own\","),
            change("Berlin", "taken", 6).replace("{", "{\"id\":\"own\","),
            change("Berlin", "refused", 7),
            "{}");
    String id = state(WRITER, "outcomes", body).body().get("id").getStringValue();
    List<Movement> sent = movements(messages());
    Movement stored = sent.get(1).recorded(Optional.of(RECORDED));
    Movement marked = sent.get(2).recorded(Optional.of(RECORDED));
    Movement twice = sent.get(4).from("stream-001-1").recorded(Optional.of(RECORDED));
    claim(stored);
    put(MovementItem.toItem(stored));
    claim(marked);
    mark(marked);
    claim(sent.get(3));
    claim(twice);
    put(MovementItem.toItem(twice));
    put(
        new ClaimItem(sent.get(5).position(), "another statement")
            .toItem(sent.get(5).key(), sent.get(5).event().orElseThrow().id()));
    put(new FactRejectItem(7, "bad_id", "event_id", "is not known").toItem(id, RECORDED));

    ReportingApi.Answer answer = get(WRITER, id);

    assertThat(statuses(answer))
        .containsExactly(
            "PENDING",
            "APPLIED",
            "APPLIED",
            "PENDING",
            "DUPLICATE",
            "REJECTED",
            "REJECTED",
            "REJECTED");
    JsonNode entries = answer.body().get("entries");
    JsonNode movement = entries.get(1).get("movement");
    assertThat(movement.get("warehouse").getStringValue()).isEqualTo("Berlin");
    assertThat(movement.get("itemId").getStringValue()).isEqualTo("stored");
    assertThat(movement.get("recordedAt").getStringValue()).isEqualTo(RECORDED.toString());
    assertThat(movement.get("eventId").getStringValue())
        .isEqualTo(stored.event().orElseThrow().id());
    assertThat(entries.get(4).get("movement").get("sequenceNumber").getStringValue())
        .isEqualTo("1");
    assertThat(entries.get(5).get("code").getStringValue()).isEqualTo("id_taken");
    assertThat(entries.get(6).get("code").getStringValue()).isEqualTo("bad_id");
    assertThat(entries.get(7).get("code").getStringValue()).isEqualTo("missing");
    assertThat(answer.body().get("pending").getIntValue()).isEqualTo(2);
    assertThat(answer.body().get("applied").getIntValue()).isEqualTo(2);
    assertThat(answer.body().get("duplicate").getIntValue()).isEqualTo(1);
    assertThat(answer.body().get("rejected").getIntValue()).isEqualTo(3);
    assertThat(answer.body().get("client").getStringValue()).isEqualTo(Tokens.PROGRAM);
  }

  @Test
  void theMovementNamesTheClient() throws Exception {
    state(WRITER, "client", body(change("Berlin", "named", 1)));
    Movement movement = movements(messages()).get(0);
    put(MovementItem.toItem(movement));
    mark(movement);

    JsonNode entry =
        FIXTURE
            .api()
            .get("/movements?itemId=named&warehouse=Berlin")
            .body()
            .get("movements")
            .get(0);

    assertThat(entry.get("event").get("client").getStringValue()).isEqualTo(Tokens.PROGRAM);
  }

  @Test
  void aClientThatMayNotReadReportsSeesItsOwnRequestsOnly() {
    String body = body(change("Berlin", "mine", 1));
    String mine = state(WRITER, "mine", body).body().get("id").getStringValue();
    String other = state(Tokens.operator(), "mine", body).body().get("id").getStringValue();

    assertThat(get(WRITER, mine).status()).isEqualTo(200);
    assertThat(get(WRITER, other).status()).isEqualTo(404);
    assertThat(get(Tokens.viewer(), mine).status()).isEqualTo(200);
    assertThat(get(Tokens.viewer(), other).status()).isEqualTo(200);
    assertThat(get(WRITER, "0".repeat(32)).status()).isEqualTo(404);
    assertThat(get(WRITER, "x").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00fc", "\u00e9\u00e8"})
  void aBodyThatIsNotUtf8IsRefused(String text) {
    String body = body(change("Berlin", text, 1));
    HttpRequest request =
        HttpRequest.newBuilder(FIXTURE.api().uri("/v1/facts"))
            .header("authorization", "Bearer " + WRITER)
            .header("content-type", "application/json")
            .header("idempotency-key", "latin-" + text.length())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  private static void assertRefused(ReportingApi.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  private static List<String> statuses(ReportingApi.Answer answer) {
    List<String> statuses = new ArrayList<>();
    answer
        .body()
        .get("entries")
        .values()
        .forEach(entry -> statuses.add(entry.get("status").getStringValue()));
    return statuses;
  }

  private static String body(String... entries) {
    return "{\"entries\":[" + String.join(",", entries) + "]}";
  }

  private static String change(String warehouse, String itemId, long units) {
    return "{\"warehouse\":%s,\"itemId\":%s,\"time\":\"2026-02-15T11:00:00Z\",\"change\":%d}"
        .formatted(json(warehouse), json(itemId), units);
  }

  private static String json(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Call post(String token, String key, String body) {
    return Call.post("/v1/facts", body).with("Idempotency-Key", quoted(key)).as(token);
  }

  /** A key with spaces needs quotes, except where the test is about that. */
  private static String quoted(String key) {
    return key.contains(" ") && !key.equals("with space") ? '"' + ascii(key) + '"' : key;
  }

  private static String ascii(String key) {
    return key.replaceAll("[^ -~]", "_");
  }

  private static ReportingApi.Answer state(String token, String key, String body) {
    return FIXTURE.api().call(post(token, key, body));
  }

  private static ReportingApi.Answer get(String token, String id) {
    return FIXTURE.api().call(Call.get("/v1/facts/" + id).as(token));
  }

  /** What ingest-service reads, in the order of the entries. */
  private static List<Movement> movements(List<Message> messages) throws Exception {
    EventReader reader = new EventReader(JSON, "ONLINE");
    List<Movement> movements = new ArrayList<>();
    for (Message message : messages) {
      movements.add(reader.read(JSON.readValue(message.body(), StreamRecord.class)));
    }
    movements.sort(Comparator.comparing(Movement::source));
    return movements;
  }

  /** Takes all messages from the queue of events. */
  private static List<Message> messages() {
    String url = FIXTURE.resources().queueUrl(FIXTURE.resources().queue(Queues.EVENTS));
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some =
          FIXTURE
              .resources()
              .sqs()
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      for (Message message : some) {
        FIXTURE
            .resources()
            .sqs()
            .deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private static void claim(Movement movement) {
    put(
        new ClaimItem(movement.position(), movement.statement())
            .toItem(movement.key(), movement.event().orElseThrow().id()));
  }

  /** A level that has the movement as a mark only. */
  private static void mark(Movement movement) {
    Map<String, AttributeValue> level =
        LevelItem.toItem(movement.key(), StockLevel.first(movement), BigInteger.ONE, Instant.EPOCH);
    Map<String, AttributeValue> mark = MovementItem.toItem(movement);
    mark.remove(Table.PK);
    level.put("~" + movement.source(), AttributeValue.fromM(mark));
    put(level);
  }

  private static void put(Map<String, AttributeValue> item) {
    FIXTURE
        .resources()
        .dynamoDb()
        .putItem(request -> request.tableName(FIXTURE.resources().table()).item(item));
  }

  private static Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return FIXTURE
        .resources()
        .dynamoDb()
        .getItem(request -> request.tableName(FIXTURE.resources().table()).key(key))
        .item();
  }
}
