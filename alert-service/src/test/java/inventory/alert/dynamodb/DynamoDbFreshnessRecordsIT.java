package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.domain.FreshnessRecordsContract;
import inventory.alert.notification.Audience;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.SilenceEvent;
import inventory.model.FileKind;
import inventory.model.freshness.Freshness;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Upload;
import inventory.model.table.FileItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbFreshnessRecordsIT extends FreshnessRecordsContract {

  private static final Resources RESOURCES = EmbeddedAws.newResources();

  private final DynamoDbFreshnessRecords records =
      new DynamoDbFreshnessRecords(RESOURCES.dynamoDb(), RESOURCES.table());

  @AfterAll
  static void close() {
    RESOURCES.close();
  }

  @Override
  protected FreshnessRecords records() {
    return records;
  }

  @Override
  protected void file(String fileId, FileKind kind, Instant uploadedAt) {
    Upload upload = new Upload("inventory.csv", "v1", true, 1, uploadedAt);
    Map<String, AttributeValue> item =
        new HashMap<>(FileItem.received(FileState.received(upload, kind), Optional.empty()));
    item.putAll(FileItem.key(fileId));
    RESOURCES.dynamoDb().putItem(p -> p.tableName(RESOURCES.table()).item(item));
  }

  @Override
  protected List<String> noticed(Audience audience) {
    DynamoDbOutbox outbox = new StoredStock(RESOURCES).outbox();
    return outbox.due(audience, Instant.parse("9999-01-01T00:00:00Z")).stream()
        .map(entry -> ((SilenceEvent) entry.event()).warehouse())
        .toList();
  }

  @Test
  void theLongestNameHasARecord() {
    String longest = "\uD83D\uDCE6".repeat(512);
    Instant at = Instant.parse("2026-11-02T08:00:00Z");

    assertThat(
            records.save(
                new FreshnessRecords.FreshnessRecord(
                    longest, Freshness.first(at), Optional.empty(), 0)))
        .isTrue();

    assertThat(records.find(longest).orElseThrow().warehouse()).isEqualTo(longest);
    assertThat(records.find(longest).orElseThrow().revision()).isEqualTo(1);
  }
}
