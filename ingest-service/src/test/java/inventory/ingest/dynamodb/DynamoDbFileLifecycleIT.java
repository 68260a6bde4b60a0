package inventory.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.FileLifecycleContract;
import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.resource.Inbox.Permit;
import inventory.model.table.FileItem;
import inventory.testkit.CapacityMeter;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbFileLifecycleIT extends FileLifecycleContract {

  private static final Resources RESOURCES = EmbeddedAws.newResources();

  private final DynamoDbFileLifecycle files =
      new DynamoDbFileLifecycle(RESOURCES.dynamoDb(), RESOURCES.table(), Clock.systemUTC());

  @AfterAll
  static void close() {
    RESOURCES.close();
  }

  @Override
  protected FileLifecycle files() {
    return files;
  }

  @Test
  void theNumberOfRejectsOnlyGrows() {
    FileState file = files.register(upload("rejects.jsonl", "v1"), FileKind.EVENTS);
    files.finish(
        file,
        new Outcome(
            FileStatus.REJECTED, FileKind.EVENTS, 0, 2, "why", Optional.empty(), List.of()));

    files.raiseRejected(file.upload(), 3);
    files.raiseRejected(file.upload(), 1);

    assertThat(record(file).rowsRejected()).isEqualTo(3);
  }

  @Test
  void theRecordSaysWhoUploadedAndWhoReleasedIt() {
    Permit permit = new Permit(Instant.parse("2026-11-21T08:00:00Z"), "1a2b3c4d");
    String key = permit.transactions("stock");
    AuditedWrite.record(
        RESOURCES.dynamoDb(),
        RESOURCES.table(),
        new AuditEntry(
            permit.id(),
            AuditAction.UPLOAD,
            new Decision(permit.second(), "grace", ""),
            Optional.empty(),
            Optional.empty(),
            key,
            ""));

    FileState uploaded = files.register(upload(key, "v1"), FileKind.UNKNOWN);
    FileState other = files.register(upload(key.replace("1a2b", "ffff"), "v1"), FileKind.UNKNOWN);
    files.finish(
        uploaded, Outcome.unapplied(FileStatus.HELD, FileKind.TRANSACTIONS, "its key is taken"));
    files.release(uploaded.fileId(), FileStatus.HELD, DECISION);

    assertThat(record(uploaded).uploadedBy()).contains("grace");
    assertThat(record(uploaded).releasedBy()).contains(DECISION.by());
    assertThat(record(uploaded).releasedAt()).contains(DECISION.at());
    assertThat(record(other).uploadedBy()).isEmpty();
  }

  @Test
  void aFileTakesElevenWriteUnitsByTheStoresOwnCount() {
    CapacityMeter meter = CapacityMeter.ofWrites();
    try (DynamoDbClient client = meter.client(RESOURCES.dynamoDb())) {
      FileLifecycle metered =
          new DynamoDbFileLifecycle(client, RESOURCES.table(), Clock.systemUTC());

      FileState file = metered.register(upload("units.csv", "v1"), FileKind.UNKNOWN);
      assertThat(meter.units()).isEqualTo(2);
      metered.claim(file, "sha-units", 1, Optional.empty());
      assertThat(meter.units()).isEqualTo(9);
      Outcome applied = Outcome.unapplied(FileStatus.APPLIED, FileKind.TRANSACTIONS, "");
      assertThat(metered.finish(file, applied).status()).isEqualTo(FileStatus.APPLIED);
      assertThat(meter.units()).isEqualTo(11);
    }
  }

  private static FileItem record(FileState file) {
    return FileItem.of(
        RESOURCES
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(RESOURCES.table())
                        .consistentRead(true)
                        .key(FileItem.key(file.fileId())))
            .item());
  }
}
