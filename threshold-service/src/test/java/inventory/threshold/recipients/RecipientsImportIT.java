package inventory.threshold.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.message.FinishedFile;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.threshold.ThresholdFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A later test sets later rules, as people do: the tests share the one document. */
class RecipientsImportIT {

  private static final String NORTH =
      "{\"reason\": \"a new buyer\", \"rules\": [{\"name\": \"north\", \"to\": [\"n@example.com\"]}]}";
  private static final String NOBODY = "{\"rules\": []}";

  private static ThresholdFixture fixture;
  private static RecipientDocuments documents;

  @BeforeAll
  static void start() {
    fixture = new ThresholdFixture();
    documents =
        new DynamoDbRecipientDocuments(fixture.resources().dynamoDb(), fixture.resources().table());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void aValidFileSetsTheRules() {
    FileItem file = fixture.take(Inbox.RECIPIENTS, NORTH);

    assertThat(file.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(file.kind()).isEqualTo(FileKind.RECIPIENTS);
    assertThat(file.rowsApplied()).isEqualTo(1);
    assertThat(file.reason()).contains("a new buyer");
    assertThat(documents.find())
        .contains(new RecipientDocument(NORTH, file.receivedAt(), "", file.fileId()));
    fixture.awaitMessage(
        fixture.resources().queue(Queues.FILES),
        FinishedFile.class,
        done -> done.fileId().equals(file.fileId()));
  }

  @Test
  void aFileWithAProblemChangesNothingAndItsRejectsNameEachPlace() {
    fixture.take(Inbox.RECIPIENTS, NORTH);
    Optional<RecipientDocument> before = documents.find();

    FileItem file =
        fixture.take(
            Inbox.RECIPIENTS,
            "{\"rules\": [\n  {\"name\": \"south\", \"to\": [\"nobody\"]},\n  7\n]}");

    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.reason())
        .contains("the file has 2 problems; the rules that were set before still apply");
    assertThat(file.rowsRejected()).isEqualTo(2);
    assertThat(file.firstRejects())
        .containsExactly(
            "line 2, column 28, rules[1].to[1]: must be an e-mail address, such as"
                + " stock@example.com",
            "line 3, column 3, rules[2]: must be an object");
    assertThat(file.rejectsKey()).contains("rejected/settings/recipients.json");
    assertThat(fixture.object("rejected/settings/recipients.json"))
        .isEqualToIgnoringWhitespace(
            """
            {"problems": [
              {"line": 2, "column": 28, "field": "rules[1].to[1]",
               "reason": "must be an e-mail address, such as stock@example.com"},
              {"line": 3, "column": 3, "field": "rules[2]", "reason": "must be an object"}
            ]}""");
    assertThat(documents.find()).isEqualTo(before);
  }

  @Test
  void aFileThatIsNotTextIsRejected() {
    FileItem file = fixture.take(Inbox.RECIPIENTS, new byte[] {'{', (byte) 0xFF});

    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.reason()).contains("the file is not text in UTF-8");
  }

  @Test
  void aFileThatIsTooLargeIsRejected() {
    FileItem file =
        fixture.take(
            Inbox.RECIPIENTS, (NOBODY + " ".repeat(70_000)).getBytes(StandardCharsets.UTF_8));

    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.firstRejects())
        .containsExactly("line 1, column 1: it has 65537 bytes; the limit is 65536");
  }

  /** The notification of an older version arrives late, and again. */
  @Test
  void anOlderVersionNeverReplacesANewerOne() {
    FileItem newer = fixture.take(Inbox.RECIPIENTS, NORTH);
    String key = Inbox.SETTINGS_PREFIX + "late.unrouted";
    String version = fixture.put(key, NOBODY.getBytes(StandardCharsets.UTF_8));

    fixture.notify(key, version, Instant.parse("2026-01-01T00:00:00Z"));
    fixture.notify(key, version, Instant.parse("2026-01-01T00:00:00Z"));
    FileItem late = fixture.awaitFinished(FileId.of(key, version));

    assertThat(late.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(late.reason()).contains("newer rules are set; this file changes nothing");
    assertThat(documents.find()).map(RecipientDocument::source).contains(newer.fileId());
  }

  @Test
  void aDocumentIsReplacedOnlyByWhoeverReadIt() {
    fixture.take(Inbox.RECIPIENTS, NORTH);
    RecipientDocument read = documents.find().orElseThrow();
    RecipientDocument mine =
        new RecipientDocument(NOBODY, read.at().plusMillis(1), "ada", "call 1");
    RecipientDocument hers = new RecipientDocument(NORTH, read.at().plusMillis(1), "eve", "call 2");

    assertThat(documents.replace(Optional.empty(), mine)).isFalse();
    assertThat(documents.replace(Optional.of(read.version()), mine)).isTrue();
    assertThat(documents.replace(Optional.of(read.version()), hers)).isFalse();
    assertThat(documents.find()).contains(mine);
    assertThat(documents.set(read)).isFalse();
    assertThat(documents.set(mine)).as("the same one again").isTrue();
  }
}
