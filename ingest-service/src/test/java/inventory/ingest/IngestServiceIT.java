package inventory.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.message.ChangedItems;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.HttpClient;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service as a whole, from the object in the bucket to the level in the table. */
class IngestServiceIT {

  private static final IngestFixture SERVICE =
      new IngestFixture(Map.of("inventory.max-file-bytes", 20_000_000));

  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static String row(String warehouse, String item, long change) {
    return "2026-11-20T10:00:00Z\t" + warehouse + "\t" + item + "\tname\t" + change + "\n";
  }

  @Test
  void theSamplesOfTheRequirementsGiveTheirLevels() {
    SERVICE.ingest(
        "inventory_files/2021/02/15/20210215170000_inventory.csv",
        HEADER
            + "2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\ttecRacer T-Shirt\t-3\n"
            + "2021-02-15T12:00:01.000+01:00\tBremen 4\td23x56\ttecRacer tecPert Sticker\t4\n"
            + "2021-02-15T13:30:00.000+01:00\tAachen 1\tr345v7\tKaffeebohnen\t-30\n"
            + "2021-02-15T15:00:00.000+01:00\tBorkum 1\tg45678\tAWS Sticker\t500\n"
            + "2021-02-15T16:17:00.000+01:00\tBerlin 2\tj5yc89\tBook of tecRacer\t70\n");
    SERVICE.ingest(
        "inventory-berlin.csv",
        "store,item,count\nBerlin,Echo Dot,12\nBerlin,Echo (2nd Gen),19\nBerlin,Echo Show,18\n"
            + "Berlin,Echo Plus,0\nBerlin,Echo Look,10\nBerlin,Amazon Tap,15\n");

    assertLevel("Berlin 1", "a123v5", -3);
    assertLevel("Bremen 4", "d23x56", 4);
    assertLevel("Aachen 1", "r345v7", -30);
    assertLevel("Borkum 1", "g45678", 500);
    assertLevel("Berlin 2", "j5yc89", 70);
    assertLevel("Berlin", "Echo Dot", 12);
    assertLevel("Berlin", "Echo (2nd Gen)", 19);
    assertLevel("Berlin", "Echo Show", 18);
    assertLevel("Berlin", "Echo Plus", 0);
    assertLevel("Berlin", "Echo Look", 10);
    assertLevel("Berlin", "Amazon Tap", 15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inventory_files/a b+c&d=e.csv",
        "inventory_files/grün/漢字 % # ?.csv",
        "/leading/slash.csv",
        "twice//slashed.csv",
        "UPPER.CSV",
        "Title.Csv"
      })
  void aKeyOfAnyFormIsTakenIn(String key) {
    String warehouse = "key " + key;

    FileItem file = SERVICE.ingest(key, HEADER + row(warehouse, "a", 3) + "bad\n");

    assertThat(file.objectKey()).isEqualTo(key);
    assertThat(file.status()).isEqualTo(FileStatus.PARTIAL);
    assertLevel(warehouse, "a", 3);
    assertThat(SERVICE.object("rejected/" + key))
        .isEqualTo(
            HEADER.strip()
                + "\tRejectedLine\tRejectedColumn\tRejectedReason\n"
                + "bad\t\t\t\t\t3\t\tthe row has 1 columns, the header 5\n");
  }

  @Test
  void aFileInTheFolderOfRejectsIsRejectedButNotARejectsFileOfTheSystem() {
    String rejectsKey = "rejected/with-rejects.csv";
    assertThat(SERVICE.ingest("with-rejects.csv", HEADER + row("own", "", 3)).rejectsKey())
        .hasValue(rejectsKey);
    String version =
        SERVICE
            .resources()
            .s3()
            .headObject(r -> r.bucket(SERVICE.resources().bucket()).key(rejectsKey))
            .versionId();

    // Somebody corrects it where it was found.
    FileItem dropped = SERVICE.ingest(rejectsKey, HEADER + row("own", "a", 3));

    assertThat(dropped.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(dropped.reason().orElseThrow()).startsWith("files below rejected/ are written by");
    assertThat(SERVICE.level("own", "a")).isEmpty();
    await()
        .until(
            () -> SERVICE.messagesIn(SERVICE.resources().queue(Queues.INGEST)),
            count -> count == 0);
    assertThat(SERVICE.item(FileItem.key(FileId.of(rejectsKey, version)))).isEmpty();
  }

  @Test
  void aFileRecordSaysWhatBecameOfTheFile() {
    FileItem file =
        SERVICE.ingest("record.csv", HEADER + row("record", "a", 3) + row("record", "", 3));

    assertThat(file.kind()).isEqualTo(FileKind.TRANSACTIONS);
    assertThat(file.rowsApplied()).isEqualTo(1);
    assertThat(file.rowsRejected()).isEqualTo(1);
    assertThat(file.reason().orElseThrow()).isEqualTo("1 row was rejected");
    assertThat(file.rejectsKey()).hasValue("rejected/record.csv");
    assertThat(file.size()).hasValue(130L);
    assertThat(file.finishedAt().orElseThrow()).isAfter(file.receivedAt());
  }

  @Test
  void aZipThatIsCalledCsvIsRejectedWithTheReason() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("inventory.csv"));
      out.write((HEADER + row("zip", "a", 1)).getBytes(UTF_8));
    }

    assertRejected(
        SERVICE.awaitFinished(SERVICE.put("zip.csv", zip.toByteArray())),
        "the file is not UTF-8 text: in its first line, the line");
  }

  @Test
  void anEmptyFileAnUnknownHeaderAndALargeFileAreRejectedWithTheReason() {
    assertRejected(SERVICE.ingest("empty.csv", ""), "the file is empty");
    assertRejected(SERVICE.ingest("unknown.csv", "a,b\n1,2\n"), "unknown header \"a,b\": expected");
    assertRejected(
        SERVICE.awaitFinished(SERVICE.put("large.csv", new byte[20_000_001])),
        "the file has 20000001 bytes; at most 20000000 are accepted");
  }

  @Test
  void aHeaderAloneIsAppliedWithoutRows() {
    FileItem file = SERVICE.ingest("header.csv", HEADER);

    assertThat(file.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(file.rowsApplied()).isEqualTo(0);
  }

  @Test
  void everyKindOfBadRowIsRejectedWithLineColumnAndReason() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((HEADER + row("bad", "good", 1)).getBytes(UTF_8));
    file.write("2026-11-20T10:00:00Z\tbad\ta\t1\n".getBytes(UTF_8));
    file.write("gestern\tbad\ta\tname\t1\n".getBytes(UTF_8));
    file.write("2026-11-20T10:00:00Z\tbad\ta\tname\t1.5\n".getBytes(UTF_8));
    file.write("2026-11-20T10:00:00Z\tbad\ta\tname\t9223372036854775808\n".getBytes(UTF_8));
    file.write(row("bad", "", 1).getBytes(UTF_8));
    file.write("x".repeat(10_000_000).getBytes(UTF_8));
    file.write('\n');
    file.write(row("K\u00f6ln", "a", 1).getBytes(ISO_8859_1));
    file.write(row("N\0UL", "a", 1).getBytes(UTF_8));
    file.write("2026-11-20T10:00:00Z\tbad\ta\t\"two\nlines\"\t1\n".getBytes(UTF_8));
    file.write(row("bad", "good", 2).getBytes(UTF_8));

    FileItem record = SERVICE.awaitFinished(SERVICE.put("bad.csv", file.toByteArray()));

    assertThat(record.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(record.rowsApplied()).isEqualTo(2);
    assertThat(record.rowsRejected()).isEqualTo(9);
    assertLevel("bad", "good", 3);
    List<String> reasons =
        SERVICE.object("rejected/bad.csv").lines().skip(1).map(IngestServiceIT::lastThree).toList();
    assertThat(reasons)
        .containsExactly(
            "3||the row has 4 columns, the header 5",
            "4|Timestamp|\"\"\"gestern\"\" is not an ISO 8601 timestamp with an offset, from 1970 to 2199\"",
            "5|StockLevelChange|\"\"\"1.5\"\" is not a whole number of at most 64 bits\"",
            "6|StockLevelChange|\"\"\"9223372036854775808\"\" is not a whole number of at most 64 bits\"",
            "7|ItemId|is empty",
            "8||the line is 10000000 bytes long; at most 65536",
            "9||the line is not valid UTF-8",
            "10||the line contains a NUL byte",
            "11||a quoted cell contains a line break, up to line 12");
  }

  private static String lastThree(String line) {
    String[] cells = line.split("\t", -1);
    return cells[cells.length - 3] + "|" + cells[cells.length - 2] + "|" + cells[cells.length - 1];
  }

  @Test
  void theSameContentIsADuplicateAndOtherContentOfAKeyIsHeld() {
    String content = HEADER + row("twice", "a", 5);
    SERVICE.ingest("twice.csv", content);

    FileItem sameKey = SERVICE.ingest("twice.csv", content);
    FileItem otherKey = SERVICE.ingest("twice-again.csv", content);
    FileItem otherContent = SERVICE.ingest("twice.csv", content + "\n");

    assertThat(sameKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.reason().orElseThrow())
        .startsWith("the same content was uploaded before, as twice.csv, file ");
    assertThat(otherContent.status()).isEqualTo(FileStatus.HELD);
    assertThat(otherContent.reason().orElseThrow())
        .startsWith("other content was uploaded under the key twice.csv before, as file ");
    assertLevel("twice", "a", 5);
  }

  @Test
  void aHeldFileThatAnOperatorReleasesIsAppliedOnceAndNamedToTheValidationAgain() {
    SERVICE.receiveAll(SERVICE.resources().queue(Queues.VALIDATION));
    SERVICE.ingest("released.csv", HEADER + row("released", "a", 5));
    FileItem held = SERVICE.ingest("released.csv", HEADER + row("released", "a", 7));
    assertThat(held.status()).isEqualTo(FileStatus.HELD);
    String fileId = held.fileId();

    release(fileId, "HELD");
    release(fileId, "HELD");

    await().until(() -> SERVICE.awaitFinished(fileId).status(), FileStatus.APPLIED::equals);
    await().until(() -> SERVICE.messagesIn(SERVICE.ingestQueue()), count -> count == 0);
    FileItem applied = SERVICE.awaitFinished(fileId);
    assertThat(applied.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(applied.state().releasedFrom()).hasValue(FileStatus.HELD);
    assertThat(applied.reason()).isEmpty();
    assertLevel("released", "a", 12);
    assertThat(SERVICE.receiveAll(SERVICE.resources().queue(Queues.VALIDATION)))
        .filteredOn(message -> message.body().contains(fileId))
        .hasSize(2);
  }

  private static void release(String fileId, String from) {
    String request =
        "{\"release\":{\"fileId\":\"%s\",\"from\":\"%s\",\"at\":\"2026-11-21T08:00:00Z\"}}"
            .formatted(fileId, from);
    SERVICE
        .resources()
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(SERVICE.resources().queueUrl(SERVICE.ingestQueue()))
                    .messageBody(request));
  }

  @Test
  void aFileThatIsDeletedBeforeItIsReadIsRejectedAndBlocksNothing() {
    String event =
        """
        {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-11-21T08:00:00.123Z",
        "s3":{"object":{"key":"gone+away.csv","size":5,"eTag":"x","versionId":"v0","sequencer":"1"}}}]}
        """;
    SERVICE
        .resources()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(SERVICE.resources().queueUrl(SERVICE.ingestQueue()))
                    .messageBody(event));

    assertRejected(
        SERVICE.awaitFinished(FileId.of("gone away.csv", "v0")),
        "the file was deleted before it could be read");
    SERVICE.ingest("behind.csv", HEADER + row("behind", "a", 1));
    assertLevel("behind", "a", 1);
  }

  @Test
  void theChangedItemsAreNamedOnTheAlertQueue() throws IOException {
    SERVICE.ingest("changed.csv", HEADER + row("changed", "a", 1) + row("changed", "b", 2));

    ChangedItems message = awaitMessage("changed.csv");
    assertThat(message.items())
        .containsExactlyInAnyOrder(
            new ChangedItems.Item("changed", "a"), new ChangedItems.Item("changed", "b"));
    assertThat(message.listKey()).isNull();
  }

  @Test
  void moreChangedItemsThanAMessageHoldsAreListedInTheBucket() throws IOException {
    StringBuilder content = new StringBuilder(HEADER);
    String warehouse = "w".repeat(400);
    for (int i = 0; i < 600; i++) {
      content.append(row(warehouse, "i" + i, 1));
    }
    String fileId = SERVICE.put("many.csv", content.toString());
    SERVICE.awaitFinished(fileId);

    ChangedItems message = awaitMessage("many.csv");
    assertThat(message.items()).isEmpty();
    assertThat(message.listKey()).isEqualTo(Inbox.CHANGES_PREFIX + fileId + ".jsonl");
    assertThat(SERVICE.object(message.listKey()).lines())
        .hasSize(600)
        .contains("{\"warehouse\":\"" + warehouse + "\",\"itemId\":\"i599\"}");
  }

  private static ChangedItems awaitMessage(String cause) throws IOException {
    ObjectMapper json = SERVICE.server().getApplicationContext().getBean(ObjectMapper.class);
    String queueUrl = SERVICE.resources().queueUrl(SERVICE.resources().queue(Queues.ALERT));
    return await(cause)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              for (Message message : receive(queueUrl)) {
                ChangedItems changed = json.readValue(message.body(), ChangedItems.class);
                if (changed.cause().equals(cause)) {
                  return changed;
                }
              }
              return null;
            },
            changed -> changed != null);
  }

  private static List<Message> receive(String queueUrl) {
    return SERVICE
        .resources()
        .sqs()
        .receiveMessage(
            request -> request.queueUrl(queueUrl).maxNumberOfMessages(10).visibilityTimeout(0))
        .messages();
  }

  @Test
  void aPoisonMessageEndsInTheDeadLetterQueueAndBlocksNothing() {
    String queueUrl = SERVICE.resources().queueUrl(SERVICE.ingestQueue());
    // As short as it can be, so that five deliveries take five seconds.
    SERVICE
        .resources()
        .sqs()
        .setQueueAttributes(
            request ->
                request
                    .queueUrl(queueUrl)
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
    SERVICE
        .resources()
        .sqs()
        .sendMessage(r -> r.queueUrl(queueUrl).messageBody("{\"no\":\"event\"}"));

    SERVICE.ingest("good.csv", HEADER + row("good", "a", 1));

    String deadLetters = SERVICE.ingestQueue() + "-dlq";
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> SERVICE.messagesIn(deadLetters), count -> count == 1);
    assertThat(receive(SERVICE.resources().queueUrl(deadLetters)))
        .extracting(Message::body)
        .containsExactly("{\"no\":\"event\"}");
    await().until(() -> SERVICE.messagesIn(SERVICE.ingestQueue()), count -> count == 0);
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

  private static void assertRejected(FileItem file, String reason) {
    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.reason().orElseThrow()).startsWith(reason);
  }

  private static void assertLevel(String warehouse, String item, long expected) {
    assertThat(SERVICE.level(warehouse, item)).contains(BigInteger.valueOf(expected));
  }
}
