package inventory.reporting.http.thresholds;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.resource.Queues;
import inventory.model.table.ThresholdItem;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.sqs.model.Message;

/** Requirements T4 and T5: people list, set and remove thresholds. */
class ThresholdsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredFacts facts = FIXTURE.facts();

  @BeforeEach
  void emptyTheQueue() {
    messages();
  }

  @Test
  void aThresholdIsSetWithNameAndNoteAndItsStockIsCheckedAtOnce() {
    facts.level("Berlin 1", "set/1", "14");
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

    ReportingApi.Answer answer =
        put(
            "{\"itemId\":\"set/1\",\"warehouse\":\"Berlin 1\",\"restockIfBelow\":25,"
                + "\"orderUpTo\":50,\"packSize\":6,\"note\":\"sale from Monday\"}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String at = answer.body().get("setAt").getStringValue();
    assertThat(Instant.parse(at)).isBetween(before, Instant.now());
    assertThat(answer.text())
        .isEqualTo(
            "{\"itemId\":\"set/1\",\"warehouse\":\"Berlin 1\",\"restockIfBelow\":25,"
                + "\"orderUpTo\":50,\"packSize\":6,\"setAt\":\""
                + at
                + "\",\"setBy\":\"operator\",\"note\":\"sale from Monday\",\"fileId\":null}");
    assertThat(messages())
        .singleElement()
        .asString()
        .startsWith("{\"batch\":\"threshold-")
        .endsWith(
            "\"cause\":\"operator set a threshold\",\"items\":"
                + "[{\"warehouse\":\"Berlin 1\",\"itemId\":\"set/1\"}],\"listKey\":null}");
    JsonNode item = FIXTURE.api().get("/item?itemId=set%2F1").body();
    assertThat(item.get("restockIfBelow").getLongValue()).isEqualTo(10);
    assertThat(item.get("warehouses").get(0).get("restockIfBelow").getLongValue()).isEqualTo(25);
    assertThat(item.get("warehouses").get(0).get("state").getStringValue()).isEqualTo("LOW");
  }

  @Test
  void aThresholdForAllWarehousesConcernsTheItemEverywhere() {
    put("{\"itemId\":\"everywhere\",\"restockIfBelow\":0,\"warehouse\":\"\",\"packSize\":null}");

    assertThat(messages())
        .singleElement()
        .asString()
        .endsWith("\"items\":[{\"warehouse\":null,\"itemId\":\"everywhere\"}],\"listKey\":null}");
    assertThat(list("?itemId=everywhere").get(0).get("warehouse").isNull()).isTrue();
  }

  @Test
  void aDecisionTakesEffectEvenAfterAFileForTomorrow() {
    AlertId scope = AlertId.ofTotal("tomorrow");
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    assertThat(file(scope, 7, tomorrow, Instant.now())).isTrue();

    put("{\"itemId\":\"tomorrow\",\"restockIfBelow\":25}");

    assertThat(threshold("tomorrow")).isEqualTo(25);
    assertThat(file(scope, 8, tomorrow, Instant.now().minusSeconds(60))).isFalse();
    assertThat(file(scope, 9, tomorrow, Instant.now().plusSeconds(60))).isTrue();
    assertThat(threshold("tomorrow")).isEqualTo(9);
  }

  @Test
  void aFileThatIsOlderThanADecisionIsIgnoredAndANewerOneReplacesIt() {
    AlertId scope = AlertId.of(new StockKey("Köln", "order"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    put("{\"itemId\":\"order\",\"warehouse\":\"Köln\",\"restockIfBelow\":25}");

    assertThat(file(scope, 1, today, Instant.now().minusSeconds(60))).isFalse();
    assertThat(file(scope, 2, today.minusDays(1), Instant.now().plusSeconds(60))).isFalse();
    assertThat(file(scope, 3, today, Instant.now().plusSeconds(60))).isTrue();

    JsonNode stored = list("?itemId=order").get(0);
    assertThat(stored.get("restockIfBelow").getLongValue()).isEqualTo(3);
    assertThat(stored.get("fileId").getStringValue()).isEqualTo("0a1b");
    assertThat(stored.get("setBy").isNull()).isTrue();
  }

  /** What threshold-service does with a file; returns whether it took effect. */
  private static boolean file(AlertId scope, long units, LocalDate day, Instant uploadedAt) {
    ThresholdVersion version = new ThresholdVersion(day, uploadedAt, "0a1b");
    try {
      FIXTURE
          .resources()
          .dynamoDb()
          .putItem(
              p ->
                  p.tableName(FIXTURE.resources().table())
                      .item(
                          ThresholdItem.ofFile(
                              scope, Optional.of(RestockRule.below(units)), version))
                      .conditionExpression(ThresholdItem.IS_NOT_OLDER)
                      .expressionAttributeValues(
                          Map.of(":setAt", AttributeValue.fromS(version.text()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Test
  void aRemovedThresholdIsInNoListAndARepeatedRemovalIsPublishedAgain() {
    facts.level("Berlin 1", "gone", "14");
    put("{\"itemId\":\"gone\",\"restockIfBelow\":25}");
    messages();
    String path = "/v1/thresholds?itemId=gone&note=the%20sale%20is%20over";

    ReportingApi.Answer first = FIXTURE.api().ask("DELETE", path);
    ReportingApi.Answer second = FIXTURE.api().ask("DELETE", path);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.body().get("restockIfBelow").isNull()).isTrue();
    assertThat(first.body().get("setBy").getStringValue()).isEqualTo("operator");
    assertThat(first.body().get("note").getStringValue()).isEqualTo("the sale is over");
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(messages())
        .hasSize(2)
        .allSatisfy(
            message ->
                assertThat(message)
                    .contains("\"cause\":\"operator removed a threshold\"")
                    .endsWith(
                        "\"items\":[{\"warehouse\":null,\"itemId\":\"gone\"}],\"listKey\":null}"));
    assertThat(list("?itemId=gone")).isEmpty();
    JsonNode item = FIXTURE.api().get("/item?itemId=gone").body();
    assertThat(item.get("restockIfBelow").getLongValue()).isEqualTo(10);
    // An older file does not bring it back.
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    assertThat(file(AlertId.ofTotal("gone"), 5, yesterday, Instant.now())).isFalse();
  }

  @Test
  void whatWasNeverSetCannotBeRemoved() {
    ReportingApi.Answer answer =
        FIXTURE.api().ask("DELETE", "/v1/thresholds?itemId=never&warehouse=Berlin%201");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo("There is no threshold for the item \"never\" in the warehouse \"Berlin 1\".");
    assertThat(messages()).isEmpty();
  }

  @Test
  void thresholdsAreListedByItemAndWarehousePageByPage() {
    List<String> expected = new ArrayList<>();
    for (int item = 1; item <= 3; item++) {
      facts.threshold("paged-" + item, item);
      expected.add("paged-" + item + " ");
      for (String warehouse : List.of("Paging A", "Paging B")) {
        facts.threshold(warehouse, "paged-" + item, 10 + item);
        expected.add("paged-" + item + " " + warehouse);
      }
    }

    await()
        .untilAsserted(
            () ->
                assertThat(pages("limit=2").stream().filter(t -> t.startsWith("paged-")))
                    .containsExactlyElementsOf(expected));
    assertThat(pages("limit=1&warehouse=Paging%20B"))
        .containsExactly("paged-1 Paging B", "paged-2 Paging B", "paged-3 Paging B");
    assertThat(pages("limit=2&itemId=paged-2"))
        .containsExactly("paged-2 ", "paged-2 Paging A", "paged-2 Paging B");
    assertThat(pages("itemId=paged-2&warehouse=Paging%20A")).containsExactly("paged-2 Paging A");
    ReportingApi.Answer csv =
        FIXTURE.api().get("/thresholds?itemId=paged-2&warehouse=Paging%20A", "accept", "text/csv");
    assertThat(csv.text())
        .isEqualTo(
            "itemId,warehouse,restockIfBelow,orderUpTo,packSize,setAt,setBy,note,fileId\r\n"
                + "paged-2,Paging A,12,,,2026-02-15T11:00:00Z,,,file\r\n");
  }

  private static List<String> pages(String query) {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          FIXTURE.api().get("/thresholds?" + query + "&cursor=" + encoded(cursor)).body();
      for (JsonNode threshold : page.get("thresholds").values()) {
        JsonNode warehouse = threshold.get("warehouse");
        all.add(
            threshold.get("itemId").getStringValue()
                + " "
                + (warehouse.isNull() ? "" : warehouse.getStringValue()));
      }
      JsonNode next = page.get("nextCursor");
      cursor = next.isNull() ? "" : next.getStringValue();
    } while (!cursor.isEmpty());
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '|',
      value = {
        "{\"restockIfBelow\":1} ~ itemId",
        "{\"itemId\":\"bad\"} ~ restockIfBelow",
        "{\"itemId\":\"bad\",\"restockIfBelow\":-1} ~ restockIfBelow",
        "{\"itemId\":\"bad\",\"restockIfBelow\":1.5} ~ restockIfBelow",
        "{\"itemId\":\"bad\",\"restockIfBelow\":9223372036854775808} ~ restockIfBelow",
        "{\"itemId\":\"bad\",\"restockIfBelow\":1e999999999} ~ restockIfBelow",
        "{\"itemId\":\"bad\",\"restockIfBelow\":25,\"orderUpTo\":24} ~ orderUpTo",
        "{\"itemId\":\"bad\",\"restockIfBelow\":0,\"orderUpTo\":0} ~ orderUpTo",
        "{\"itemId\":\"bad\",\"restockIfBelow\":1,\"packSize\":0} ~ packSize",
        "{\"itemId\":\"bad\",\"restockIfBelow\":1,\"warehouse\":\" \"} ~ warehouse",
        "{\"itemId\":\"bad\",\"restockIfBelow\":1,\"note\":\" \"} ~ note"
      })
  void aBadRequestNamesItsFieldAndSetsNothing(String body, String field) {
    ReportingApi.Answer answer = put(body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.body().get("detail").getStringValue())
        .startsWith("The parameter " + field + " is ");
    assertThat(list("?itemId=bad")).isEmpty();
    assertThat(messages()).isEmpty();
  }

  @Test
  void ofDecisionsAtTheSameTimeEachIsStoredAndTheLastOneStays() {
    List<CompletableFuture<ReportingApi.Answer>> answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> put("{\"itemId\":\"race\",\"restockIfBelow\":" + i + "}")))
            .toList();

    List<Instant> setAt =
        answers.stream()
            .map(CompletableFuture::join)
            .map(answer -> Instant.parse(answer.body().get("setAt").getStringValue()))
            .sorted()
            .toList();

    assertThat(setAt).doesNotHaveDuplicates();
    assertThat(list("?itemId=race").get(0).get("setAt").getStringValue())
        .isEqualTo(setAt.get(7).toString());
  }

  private static ReportingApi.Answer put(String body) {
    return FIXTURE.api().call("PUT", "/v1/thresholds", body, "application/json");
  }

  private static List<JsonNode> list(String query) {
    List<JsonNode> all = new ArrayList<>();
    FIXTURE.api().get("/thresholds" + query).body().get("thresholds").values().forEach(all::add);
    return all;
  }

  private static long threshold(String itemId) {
    return list("?itemId=" + itemId).get(0).get("restockIfBelow").getLongValue();
  }

  /** Receives all messages from alert-service's queue. */
  private static List<String> messages() {
    String url = FIXTURE.resources().queueUrl(FIXTURE.resources().queue(Queues.ALERT));
    List<String> bodies = new ArrayList<>();
    while (true) {
      List<Message> messages =
          FIXTURE
              .resources()
              .sqs()
              .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
              .messages();
      if (messages.isEmpty()) {
        return bodies;
      }
      for (Message message : messages) {
        bodies.add(message.body());
        FIXTURE
            .resources()
            .sqs()
            .deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }
}
