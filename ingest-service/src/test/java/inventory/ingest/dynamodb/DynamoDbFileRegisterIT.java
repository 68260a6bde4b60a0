package inventory.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.FileRegister.Claim;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileRecords;
import inventory.model.table.FileItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DynamoDbFileRegisterIT {

  private static final Resources RESOURCES = EmbeddedAws.newResources();
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
  private static final String REFUSED_RULES =
      "its processing was started by version 1 of the reading rules; it is not continued, because its rows might count twice";

  private final FileRecords records =
      new FileRecords(RESOURCES.dynamoDb(), RESOURCES.table(), Clock.systemUTC());
  private final DynamoDbFileRegister register =
      new DynamoDbFileRegister(RESOURCES.dynamoDb(), RESOURCES.table(), records);

  @AfterAll
  static void close() {
    RESOURCES.close();
  }

  private Upload registered(String key, String version) {
    Upload upload = new Upload(key, version, true, 5, Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(register.register(upload).status()).isEqualTo(FileStatus.RECEIVED);
    return upload;
  }

  @Test
  void anUploadIsFoundByItsRecord() {
    Upload upload = registered("found.csv", "v1");

    assertThat(records.find(upload.fileId())).isEqualTo(upload);
  }

  @Test
  void anUploadThatIsOnRecordTellsHowFarItCame() {
    Upload upload = registered("far.csv", "v1");
    register.claim(upload, "sha-far", 1);
    assertThat(register.register(upload).status()).isEqualTo(FileStatus.PROCESSING);

    register.finish(upload, Outcome.unapplied(FileStatus.REJECTED, FileKind.UNKNOWN, "why"));

    assertThat(register.register(upload).status()).isEqualTo(FileStatus.REJECTED);
  }

  @Test
  void whatIsFinishedStaysAsItIs() {
    Upload upload = registered("stays.csv", "v1");
    register.finish(upload, Outcome.unapplied(FileStatus.APPLIED, FileKind.COUNT, ""));

    register.finish(upload, Outcome.unapplied(FileStatus.REJECTED, FileKind.UNKNOWN, "late"));

    assertThat(register.register(upload).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(register.claim(upload, "sha-stays", 1).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(register.start(upload, 1).status()).isEqualTo(FileStatus.APPLIED);
  }

  @Test
  void theNumberOfRejectsOnlyGrows() {
    Upload upload = registered("rejects.jsonl", "v1");
    register.finish(
        upload,
        new Outcome(
            FileStatus.REJECTED, FileKind.EVENTS, 0, 2, "why", Optional.empty(), List.of()));

    register.raiseRejected(upload, 3);
    register.raiseRejected(upload, 1);

    assertThat(record(upload).rowsRejected()).isEqualTo(3);
  }

  private static FileItem record(Upload upload) {
    return FileItem.of(
        RESOURCES
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(RESOURCES.table())
                        .consistentRead(true)
                        .key(FileItem.key(upload.fileId())))
            .item());
  }

  @Test
  void theSameUploadMayClaimAgainAndAnotherMayNot() {
    Upload first = registered("mine.csv", "v1");
    Upload second = registered("theirs.csv", "v1");
    assertThat(register.claim(first, "sha-mine", 1)).isEqualTo(Claim.GRANTED);

    assertThat(register.claim(first, "sha-mine", 1)).isEqualTo(Claim.GRANTED);
    assertThat(register.claim(second, "sha-mine", 1))
        .isEqualTo(
            new Claim(
                FileStatus.DUPLICATE,
                "the same content was uploaded before, as mine.csv, file " + first.fileId()));
  }

  @Test
  void otherContentUnderTheSameKeyIsHeld() {
    Upload first = registered("same.csv", "v1");
    Upload second = registered("same.csv", "v2");
    register.claim(first, "sha-1", 1);

    assertThat(register.claim(second, "sha-2", 1).status()).isEqualTo(FileStatus.HELD);
    assertThat(register.register(second).status())
        .as("nothing was claimed")
        .isEqualTo(FileStatus.RECEIVED);
  }

  @Test
  void aHeldFileThatIsReleasedClaimsItsContentAndNotItsKey() {
    Upload first = registered("again.csv", "v1");
    Upload held = registered("again.csv", "v2");
    register.claim(first, "sha-again-1", 1);
    end(held, FileStatus.HELD);

    Registration released = register.release(held.fileId(), FileStatus.HELD, AT);

    assertThat(released.status()).isEqualTo(FileStatus.RECEIVED);
    assertThat(released.upload().releasedFrom()).contains(FileStatus.HELD);
    assertThat(register.claim(released.upload(), "sha-again-2", 1)).isEqualTo(Claim.GRANTED);
    assertThat(register.claim(registered("other.csv", "v1"), "sha-again-2", 1).status())
        .isEqualTo(FileStatus.DUPLICATE);
    assertThat(register.claim(registered("again.csv", "v3"), "sha-again-3", 1).reason())
        .contains("from again.csv, file " + first.fileId());
  }

  @Test
  void aDuplicateThatIsReleasedClaimsNothing() {
    Upload first = registered("owner.csv", "v1");
    Upload duplicate = registered("copy.csv", "v1");
    register.claim(first, "sha-owner", 1);
    end(duplicate, FileStatus.DUPLICATE);

    Registration released = register.release(duplicate.fileId(), FileStatus.DUPLICATE, AT);

    assertThat(register.claim(released.upload(), "sha-owner", 1)).isEqualTo(Claim.GRANTED);
    assertThat(register.claim(registered("third.csv", "v1"), "sha-owner", 1).reason())
        .isEqualTo("the same content was uploaded before, as owner.csv, file " + first.fileId());
  }

  @Test
  void aReleaseThatIsAskedForTwiceChangesNothingTheSecondTime() {
    Upload upload = registered("twice.csv", "v1");
    end(upload, FileStatus.HELD);
    Upload released = register.release(upload.fileId(), FileStatus.HELD, AT).upload();
    register.claim(released, "sha-twice", 1);
    register.finish(released, Outcome.unapplied(FileStatus.APPLIED, FileKind.TRANSACTIONS, ""));

    assertThat(register.release(upload.fileId(), FileStatus.HELD, AT.plusSeconds(1)))
        .isEqualTo(new Registration(released, FileStatus.APPLIED));
  }

  @Test
  void aFileThatWasHeldInTheMiddleOfItsWorkIsNotReleased() {
    Upload upload = registered("middle.csv", "v1");
    register.claim(upload, "sha-middle", 1);
    end(upload, FileStatus.HELD);

    assertThat(register.release(upload.fileId(), FileStatus.HELD, AT).status())
        .isEqualTo(FileStatus.HELD);
  }

  private void end(Upload upload, FileStatus status) {
    register.finish(upload, Outcome.unapplied(status, FileKind.TRANSACTIONS, "why"));
  }

  @Test
  void workThatWasBegunByOtherRulesIsNotGoneOnWith() {
    Upload transactions = registered("rules.csv", "v1");
    register.claim(transactions, "sha-rules", 1);
    Upload count = registered("count.csv", "v1");
    assertThat(register.start(count, 1)).isEqualTo(Claim.GRANTED);
    assertThat(register.start(count, 1)).isEqualTo(Claim.GRANTED);

    assertThat(register.claim(transactions, "sha-rules", 2))
        .isEqualTo(new Claim(FileStatus.HELD, REFUSED_RULES));
    assertThat(register.start(count, 2)).isEqualTo(new Claim(FileStatus.HELD, REFUSED_RULES));
  }
}
