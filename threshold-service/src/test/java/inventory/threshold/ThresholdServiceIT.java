package inventory.threshold;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.message.ChangedItems;
import inventory.model.message.FinishedFile;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service as a whole, from the object in the bucket to the threshold in the table. */
class ThresholdServiceIT {

  private static final ThresholdFixture SERVICE = new ThresholdFixture();

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** The key of a file of a day long past, which only its test uses. */
  private static String key(String day, String name) {
    return Inbox.THRESHOLDS_PREFIX + day + "/" + name + ".json";
  }

  private static String key(String name) {
    return key("2021/02/15", name);
  }

  private static String entry(String item, long threshold) {
    return "{\"ItemId\": \"%s\", \"RestockIfBelow\": %d}".formatted(item, threshold);
  }

  private static String file(String... entries) {
    return Arrays.stream(entries)
        .collect(Collectors.joining(",\n", "{\"ThresholdList\": [\n", "\n]}"));
  }

  private static void assertRejected(FileItem file, String reason) {
    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.reason().orElseThrow()).startsWith(reason);
    assertThat(file.rowsApplied()).isEqualTo(0);
  }

  @Test
  void theSampleOfTheRequirementsApplies() {
    FileItem file =
        SERVICE.take(
            "restock_thresholds/2021/02/15/restock_thresholds.json",
            "{\"ThresholdList\": [{\"ItemId\": \"a123v5\", \"RestockIfBelow\": 25},"
                + " {\"ItemId\": \"d23x56\", \"RestockIfBelow\": 10}]}");

    assertThat(file.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(file.kind()).isEqualTo(FileKind.THRESHOLDS);
    assertThat(file.rowsApplied()).isEqualTo(2);
    assertThat(file.rowsRejected()).isEqualTo(0);
    assertThat(file.reason()).isEmpty();
    assertThat(file.rejectsKey()).isEmpty();
    assertThat(SERVICE.threshold("a123v5")).hasValue(25);
    assertThat(SERVICE.threshold("d23x56")).hasValue(10);
  }

  @Test
  void aKeyWithALeadingSlashAndAThresholdOfAWarehouseAreFine() {
    SERVICE.take(
        "/" + key("slash ü+"),
        file("{\"ItemId\":\"slash\",\"WarehouseName\":\"Köln 1\",\"RestockIfBelow\":3}"));

    assertThat(SERVICE.threshold("slash", Optional.of("Köln 1"))).hasValue(3);
    assertThat(SERVICE.threshold("slash")).isEmpty();
  }

  @Test
  void anEarlierDayThatIsDeliveredLaterDoesNotOverwrite() {
    SERVICE.take(key("2021/02/16", "days"), file(entry("days", 16)));

    FileItem late =
        SERVICE.take(key("2021/02/15", "days"), file(entry("days", 15), entry("new", 1)));

    assertThat(SERVICE.threshold("days")).hasValue(16);
    assertThat(SERVICE.threshold("new")).hasValue(1);
    assertThat(late.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(late.rowsApplied()).isEqualTo(1);
    assertThat(late.reason().orElseThrow())
        .isEqualTo("1 threshold is older than the current value and ignored");
  }

  @Test
  void withinADayTheLaterUploadHoldsWhateverTheOrderOfTheirMessages() {
    // No route leads from such keys to a queue, so that the messages can be sent by hand.
    String key = Inbox.THRESHOLDS_PREFIX + "2021/02/15/uploads.unrouted";
    String first = SERVICE.put(key, file(entry("uploads", 1)).getBytes(UTF_8));
    String second = SERVICE.put(key, file(entry("uploads", 2)).getBytes(UTF_8));
    SERVICE.notify(key, second, NOON.plusMillis(1));
    SERVICE.awaitFinished(FileId.of(key, second));

    SERVICE.notify(key, first, NOON);
    SERVICE.awaitFinished(FileId.of(key, first));

    assertThat(SERVICE.threshold("uploads")).hasValue(2);
  }

  @Test
  void aDayThatIsStillToComeCountsAsTheDayOfTheUpload() {
    String future = Inbox.THRESHOLDS_PREFIX + "2099/12/31/future.unrouted";
    String today = Inbox.THRESHOLDS_PREFIX + "2026/11/21/future.unrouted";
    String wrong = SERVICE.put(future, file(entry("future", 99)).getBytes(UTF_8));
    String right = SERVICE.put(today, file(entry("future", 5)).getBytes(UTF_8));
    SERVICE.notify(future, wrong, NOON);
    SERVICE.awaitFinished(FileId.of(future, wrong));

    SERVICE.notify(today, right, NOON.plusSeconds(1));
    SERVICE.awaitFinished(FileId.of(today, right));

    assertThat(SERVICE.threshold("future")).hasValue(5);
  }

  @Test
  void tenThousandEntriesApplyAndTheirItemsAreListedInTheBucket() {
    String key = key("many");
    String longName = "-of-a-rather-long-name";
    String[] entries =
        IntStream.range(0, 10_000)
            .mapToObj(i -> entry("many-" + i + longName, i))
            .toArray(String[]::new);
    String fileId = FileId.of(key, SERVICE.put(key, file(entries).getBytes(UTF_8)));

    FileItem file = SERVICE.awaitFinished(fileId);

    assertThat(file.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(file.rowsApplied()).isEqualTo(10000);
    assertThat(SERVICE.threshold("many-0" + longName)).hasValue(0);
    assertThat(SERVICE.threshold("many-9999" + longName)).hasValue(9_999);
    ChangedItems changed = awaitChanged(key);
    assertThat(changed.items()).isEmpty();
    assertThat(changed.listKey()).isEqualTo(Inbox.CHANGES_PREFIX + fileId + ".jsonl");
    assertThat(SERVICE.object(changed.listKey()).lines())
        .hasSize(10_000)
        .contains("{\"itemId\":\"many-9999" + longName + "\"}");
  }

  @Test
  void theItemsAreNamedOnTheAlertQueueAndTheFileOnTheQueueOfFiles() {
    String key = key("named");
    String fileId =
        SERVICE
            .take(
                key,
                file(
                    entry("everywhere", 1),
                    entry("bad", -1),
                    "{\"ItemId\":\"here\",\"WarehouseName\":\"Berlin\",\"RestockIfBelow\":3}"))
            .fileId();

    assertThat(awaitChanged(key))
        .isEqualTo(
            new ChangedItems(
                fileId,
                key,
                List.of(
                    new ChangedItems.Item(null, "everywhere"),
                    new ChangedItems.Item("Berlin", "here")),
                null));
    awaitTold(fileId);
  }

  @Test
  void aMessageThatIsDeliveredAgainChangesNothingAndTellsAgain() {
    String key = key("again");
    String version = SERVICE.put(key, file(entry("again", 7)).getBytes(UTF_8));
    String fileId = FileId.of(key, version);
    FileItem file = SERVICE.awaitFinished(fileId);
    awaitTold(fileId);
    awaitChanged(key);

    SERVICE.notify(key, version, NOON);

    awaitTold(fileId);
    assertThat(SERVICE.awaitFinished(fileId)).isEqualTo(file);
    assertThat(SERVICE.threshold("again")).hasValue(7);
    assertThat(SERVICE.receive(SERVICE.resources().queue(Queues.ALERT)))
        .extracting(Message::body)
        .noneMatch(body -> body.contains(key));
  }

  @Test
  void everyKindOfBadEntryIsRejectedWithIndexFieldAndReason() {
    String key = key("bad");
    FileItem file =
        SERVICE.take(
            key,
            file(
                entry("bad-good", 1),
                entry("bad-negative", -1),
                "{\"ItemId\":\"bad-fraction\",\"RestockIfBelow\":1.5}",
                "{\"ItemId\":\"bad-text\",\"RestockIfBelow\":\"25\"}",
                "{\"ItemId\":17,\"RestockIfBelow\":1}",
                "{\"RestockIfBelow\":1}",
                "{\"ItemId\":\"bad-nothing\"}",
                "\"bad-value\"",
                entry("bad-twice", 1),
                entry("bad-twice", 2),
                entry("bad-same", 1),
                entry("bad-same", 1),
                "{\"ItemId\":\"bad-\\ud800\",\"RestockIfBelow\":1,\"Comment\":\"\\udc00\"}"));

    assertThat(file.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(file.rowsApplied()).isEqualTo(3);
    assertThat(file.rowsRejected()).isEqualTo(10);
    assertThat(file.reason().orElseThrow())
        .isEqualTo("10 entries were rejected; unknown fields ignored: \"Comment\"");
    assertThat(file.firstRejects())
        .containsExactly(
            "entry 2, field RestockIfBelow: -1 is not a whole number from 0 to"
                + " 9223372036854775807",
            "entry 3, field RestockIfBelow: 1.5 is not a whole number from 0 to"
                + " 9223372036854775807",
            "entry 4, field RestockIfBelow: is the text \"25\"; a whole number from 0 to"
                + " 9223372036854775807 is expected, without quotes",
            "entry 5, field ItemId: is 17; a string is expected",
            "entry 6, field ItemId: is missing",
            "entry 7, field RestockIfBelow: is missing",
            "entry 8: is the text \"bad-value\", not a JSON object",
            "entry 9, field RestockIfBelow: the same item is in entry 10 too, and they"
                + " differ; keep the right one",
            "entry 10, field RestockIfBelow: the same item is in entry 9 too, and they"
                + " differ; keep the right one",
            "entry 13, field ItemId: contains half a character (a lone surrogate)");
    assertThat(file.rejectsKey()).hasValue("rejected/" + key);
    assertThat(SERVICE.object("rejected/" + key).replaceAll("\\s+", " "))
        .startsWith(
            "{ \"ThresholdList\" : [ { \"ItemId\" : \"bad-negative\", \"RestockIfBelow\" : -1,"
                + " \"Rejected\" : { \"Index\" : 2, \"Field\" : \"RestockIfBelow\", \"Reason\" :"
                + " \"-1 is not a whole number from 0 to 9223372036854775807\" } }, {");
    assertThat(SERVICE.threshold("bad-good")).hasValue(1);
    assertThat(SERVICE.threshold("bad-same")).hasValue(1);
    assertThat(SERVICE.threshold("bad-twice")).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsRejectedWithTheReason() {
    assertRejected(SERVICE.take(key("empty"), ""), "the file is empty");
    assertRejected(
        SERVICE.take(key("malformed"), "{\"ThresholdList\": [\n  {\"ItemId\": a123v5}\n]}"),
        "the file is not valid JSON: Unrecognized token 'a123v5'");
    assertRejected(
        SERVICE.take(key("cut"), "{\"ThresholdList\": [\n" + entry("cut", 1)),
        "the JSON is truncated, near line 2, column");
    assertRejected(
        SERVICE.take(key("latin"), file(entry("Köln", 1)).getBytes(ISO_8859_1)),
        "the file is not valid JSON: Invalid UTF-8");
    assertRejected(SERVICE.take(key("list"), "[]"), "an object with a ThresholdList is expected");
    assertRejected(SERVICE.take(key("other"), "{\"a\":1}"), "the file has no ThresholdList");
    assertRejected(
        SERVICE.take(key("large"), new byte[50_000_000]),
        "the file has 50000000 bytes; at most 8388608 are accepted");
    assertThat(SERVICE.threshold("cut")).isEmpty();
  }

  @Test
  void aFileOfVeryManyEmptyEntriesIsAClearOutcomeToo() {
    String entries = "{},".repeat(200_000);

    FileItem file = SERVICE.take(key("hollow"), "{\"ThresholdList\":[" + entries + "{}]}");

    assertThat(file.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(file.rowsRejected()).isEqualTo(200001);
  }

  @Test
  void aFileThatIsDeletedBeforeItIsReadIsRejectedAndBlocksNothing() {
    SERVICE.notify(key("gone"), "v0", NOON);

    assertRejected(
        SERVICE.awaitFinished(FileId.of(key("gone"), "v0")),
        "the file was deleted before it could be read");
    SERVICE.take(key("behind"), file(entry("behind", 1)));
    assertThat(SERVICE.threshold("behind")).hasValue(1);
  }

  @Test
  void aPoisonMessageEndsInTheDeadLetterQueueAndBlocksNothing() {
    String queue = SERVICE.thresholdQueue();
    // As short as it can be, so that five deliveries take five seconds.
    SERVICE
        .resources()
        .sqs()
        .setQueueAttributes(
            r ->
                r.queueUrl(SERVICE.resources().queueUrl(queue))
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
    SERVICE.send("{\"no\":\"event\"}");

    SERVICE.take(key("good"), file(entry("good", 1)));

    assertThat(SERVICE.threshold("good")).hasValue(1);
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> SERVICE.messagesIn(queue + "-dlq"), count -> count == 1);
    assertThat(SERVICE.receive(queue + "-dlq"))
        .extracting(Message::body)
        .containsExactly("{\"no\":\"event\"}");
    await().until(() -> SERVICE.messagesIn(queue), count -> count == 0);
  }

  @Test
  void theServiceTellsThatItIsReadyAndItsMetrics() {
    try (HttpClient client = HttpClient.create(SERVICE.server().getURL())) {
      BlockingHttpClient http = client.toBlocking();
      assertThat(http.retrieve("/health/readiness")).contains("\"status\":\"UP\"");
      assertThat(http.retrieve("/health/liveness")).contains("\"status\":\"UP\"");
      assertThat(http.retrieve("/prometheus")).contains("jvm_memory_used_bytes");
    }
  }

  private static ChangedItems awaitChanged(String cause) {
    return SERVICE.awaitMessage(
        SERVICE.resources().queue(Queues.ALERT),
        ChangedItems.class,
        changed -> changed.cause().equals(cause));
  }

  private static void awaitTold(String fileId) {
    SERVICE.awaitMessage(
        SERVICE.resources().queue(Queues.FILES),
        FinishedFile.class,
        new FinishedFile(fileId)::equals);
  }
}
